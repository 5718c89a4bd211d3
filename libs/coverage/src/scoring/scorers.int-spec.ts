import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedScorer } from '@timbre/analysis';
import { EgressClient } from '@timbre/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatServer } from '../test-bed/scorers/chat-server.js';
import { makeLocalModel } from '../test-bed/scorers/make-local-model.js';
import { scorerTrials, type TriedScorer } from '../test-bed/scorers/scorer-trials.js';
import { standInRuntime } from '../test-bed/scorers/stand-in-runtime.js';
import { noAnswerStore } from './endpoint/answer-store.js';
import { EndpointScorer } from './endpoint/endpoint-scorer.js';
import { MemoryLedger } from './ledger/scorer-ledger.js';
import { loadClassifier, ModelFolderError } from './local/load-classifier.js';
import { LocalScorer } from './local/local-scorer.js';
import {
  loadTransformersRuntime,
  MissingRuntimeError,
  type TransformersRuntime,
} from './local/transformers-runtime.js';

/** Real: the guarded client, a local server. The runtime of local models is real where it is installed, see below. */
const noEgress = { fetch: () => Promise.reject(new Error('Nothing is to be downloaded here.')) };
const modelOptions = { revision: 'main', precision: 'fp32', threads: 1, cacheFolder: tmpdir() } as const;

async function localScorer(runtime: TransformersRuntime, kind: 'sentence' | 'aspect'): Promise<TriedScorer> {
  const folder = await mkdtemp(join(tmpdir(), 'timbre-model-'));
  await makeLocalModel(folder);
  const { classifier, name } = await loadClassifier(runtime, noEgress, { ...modelOptions, model: folder });
  const scorer = new LocalScorer(name, classifier, { kind, batch: 3 }, new MemoryLedger());
  return { scorer, close: () => rm(folder, { recursive: true }) };
}

scorerTrials('embedded', () => Promise.resolve({ scorer: embeddedScorer }));
scorerTrials('local model, runtime stood in for', () => localScorer(standInRuntime(), 'aspect'));
scorerTrials('endpoint', async () => {
  const server = await chatServer();
  const egress = new EgressClient({ allow: [server.site.host], ports: [], userAgent: 'test' });
  const options = { url: server.url, key: 'secret', model: 'm', timeoutMs: 5_000, mostCharacters: 20_000 };
  const scorer = new EndpointScorer(
    { ...options, budget: { requests: 1_000, tokens: 1e9 } },
    { egress, ledger: new MemoryLedger(), store: noAnswerStore },
  );
  return { scorer, close: async () => void (await Promise.all([egress.close(), server.site.close()])) };
});

// 470 MB are no dependency of a test; where an operator installed them into the data folder, they are tried.
const installed = fileURLToPath(new URL('../../../../.timbre/local-scorer', import.meta.url));
if (existsSync(join(installed, 'node_modules'))) {
  scorerTrials('local model, ONNX', () => localScorer(loadTransformersRuntime(installed), 'aspect'));
}

describe('a local model', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'timbre-model-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('says how its runtime is installed where it is missing', () => {
    expect(() => loadTransformersRuntime(folder)).toThrow(MissingRuntimeError);
    expect(() => loadTransformersRuntime(folder)).toThrow(`npm install --ignore-scripts --prefix "${folder}"`);
  });

  it('says which file of a folder is missing', async () => {
    const load = () => loadClassifier(standInRuntime(), noEgress, { ...modelOptions, model: folder });
    await expect(load()).rejects.toThrow(ModelFolderError);
    await expect(load()).rejects.toThrow(/config\.json is missing/);
    const nowhere = { ...modelOptions, model: './no/such/folder' };
    await expect(loadClassifier(standInRuntime(), noEgress, nowhere)).rejects.toThrow(ModelFolderError);
  });

  it('has another name when its files change, and downloads only what is named by an id', async () => {
    await makeLocalModel(folder);
    const runtime = standInRuntime();
    const named = async (model: string) => (await loadClassifier(runtime, noEgress, { ...modelOptions, model })).name;
    const before = await named(folder);
    expect(runtime.env.allowRemoteModels).toBe(false);
    await writeFile(join(folder, 'onnx', 'model.onnx'), 'other weights');
    expect(await named(folder)).not.toBe(before);
    expect(await named('owner/model')).toBe('local:owner/model@main');
    expect(runtime.env.allowRemoteModels).toBe(true);
    await expect(runtime.env.fetch('https://example.org/x')).rejects.toThrow('Nothing is to be downloaded');
  });
});
