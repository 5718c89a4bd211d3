import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Egress } from '../endpoint/chat-completion.js';
import type { Classifier } from './classifier.js';
import type { TransformersRuntime } from './transformers-runtime.js';

export interface LocalModelOptions {
  /** A folder, or an id on huggingface.co. */
  model: string;
  revision: string;
  precision: 'fp32' | 'fp16' | 'q8' | 'q4';
  threads: number;
  /** Where downloaded models are kept. */
  cacheFolder: string;
}

/** The folder that is named as a model does not hold one. */
export class ModelFolderError extends Error {
  override readonly name = 'ModelFolderError';

  constructor(file: string) {
    super(`${file} is missing. A model folder holds config.json, tokenizer.json and onnx/model.onnx.`);
  }
}

const weights = { fp32: 'model', fp16: 'model_fp16', q8: 'model_quantized', q4: 'model_q4' };
/** No classifier of sentences is larger; the guarded client holds a download in memory. */
const mostDownloadBytes = 2 * 1024 ** 3 - 1;
const downloadMs = 30 * 60_000;
/** Tokens of a sentence with its target: longer ones are cut. */
const mostTokens = 512;

/**
 * Loads a model and its tokenizer. Downloads go through the guarded client.
 *
 * @returns the classifier and a name that changes with the model
 * @throws ModelFolderError, and whatever the runtime throws
 */
export async function loadClassifier(
  runtime: TransformersRuntime,
  egress: Egress,
  options: LocalModelOptions,
): Promise<{ classifier: Classifier; name: string }> {
  const folder = folderOf(options.model);
  runtime.env.allowRemoteModels = folder === null;
  runtime.env.cacheDir = options.cacheFolder;
  runtime.env.fetch = guardedFetch(egress);
  if (folder !== null) runtime.env.localModelPath = `${dirname(folder)}/`;
  const model = folder === null ? options.model : basename(folder);
  const name = folder === null ? `${model}@${options.revision}` : `${model}@${await fingerprint(folder, options)}`;
  const tokenizer = await runtime.AutoTokenizer.from_pretrained(model, { revision: options.revision });
  const network = await runtime.AutoModelForSequenceClassification.from_pretrained(model, {
    revision: options.revision,
    dtype: options.precision,
    device: 'cpu',
    session_options: { intraOpNumThreads: options.threads, interOpNumThreads: 1 },
  });
  const { id2label = {}, max_position_embeddings = mostTokens } = network.config;
  const labels = Object.entries(id2label)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => label);
  const classify: Classifier['classify'] = async (inputs) => {
    const pairs = inputs.flatMap(({ pair }) => (pair === undefined ? [] : [pair]));
    const encoded = tokenizer(
      inputs.map(({ text }) => text),
      {
        ...(pairs.length === inputs.length ? { text_pair: pairs } : {}),
        padding: true,
        truncation: true,
        max_length: Math.min(mostTokens, max_position_embeddings),
      },
    );
    const { logits } = await network(encoded);
    const width = logits.dims[1] ?? 0;
    return inputs.map((_, row) => Array.from({ length: width }, (__, at) => logits.data[row * width + at] ?? NaN));
  };
  return { classifier: { labels, classify }, name: `local:${name}` };
}

/** A name with a slash may be either; a folder that exists is meant. */
function folderOf(model: string): string | null {
  const folder = resolve(model);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  if (/^[./]/u.test(model)) throw new ModelFolderError(folder);
  return null;
}

/** The first digits of a hash over the files that decide what the model answers. */
async function fingerprint(folder: string, { precision }: LocalModelOptions): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['config.json', 'tokenizer.json', join('onnx', `${weights[precision]}.onnx`)]) {
    const path = join(folder, file);
    if (!existsSync(path)) throw new ModelFolderError(path);
    await pipeline(createReadStream(path), hash, { end: false });
  }
  return hash.digest('hex').slice(0, 8);
}

const guardedFetch =
  (egress: Egress): TransformersRuntime['env']['fetch'] =>
  async (input, init) => {
    const response = await egress.fetch({
      url: String(input),
      method: init?.method === 'HEAD' ? 'HEAD' : 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      maxBytes: mostDownloadBytes,
      timeoutMs: downloadMs,
    });
    const body = response.status === 204 || response.status === 304 ? null : new Uint8Array(response.bytes);
    // The body is decompressed already.
    const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers;
    return new Response(body, { status: response.status, headers });
  };
