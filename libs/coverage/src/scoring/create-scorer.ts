import { basename, join } from 'node:path';
import { embeddedScorer, type Scorer, ScorerError } from '@timbre/analysis';
import type { Settings } from '@timbre/platform';
import type { AnswerStore } from './endpoint/answer-store.js';
import type { Egress } from './endpoint/chat-completion.js';
import { EndpointScorer } from './endpoint/endpoint-scorer.js';
import type { ScorerLedger } from './ledger/scorer-ledger.js';
import { loadClassifier } from './local/load-classifier.js';
import { LocalScorer } from './local/local-scorer.js';
import { loadTransformersRuntime } from './local/transformers-runtime.js';

export type ScorerSettings = Pick<
  Settings,
  | 'dataFolder'
  | 'scorer'
  | 'scorerModel'
  | 'scorerEndpoint'
  | 'scorerKey'
  | 'scorerTimeoutSeconds'
  | 'scorerDailyRequests'
  | 'scorerDailyTokens'
  | 'scorerTextLimit'
  | 'scorerRevision'
  | 'scorerModelKind'
  | 'scorerPrecision'
  | 'scorerBatch'
  | 'scorerThreads'
  | 'scorerRuntime'
>;

export interface ScorerSurroundings {
  egress: Egress;
  ledger: ScorerLedger;
  store: AnswerStore;
  log: (line: string) => void;
  warn: (line: string) => void;
}

/** A scorer is configured, but a setting that it needs is missing. */
class ScorerSettingsError extends Error {
  override readonly name = 'ScorerSettingsError';

  constructor(scorer: string, setting: string) {
    super(`TIMBRE_SCORER is ${scorer}, which also needs ${setting}. Set it, or set TIMBRE_SCORER to embedded.`);
  }
}

/**
 * The scorer that the settings name.
 * @throws ScorerSettingsError, MissingRuntimeError, ModelFolderError, or what a model cannot be loaded for.
 */
export async function createScorer(settings: ScorerSettings, around: ScorerSurroundings): Promise<Scorer> {
  switch (settings.scorer) {
    case 'embedded':
      return embeddedScorer;
    case 'endpoint':
      return endpointScorer(settings, around);
    case 'local':
      return localScorer(settings, around);
  }
}

function endpointScorer(settings: ScorerSettings, around: ScorerSurroundings): Scorer {
  const { scorerEndpoint: url, scorerModel: model } = settings;
  if (url === undefined) throw new ScorerSettingsError('endpoint', 'TIMBRE_SCORER_ENDPOINT');
  if (model === undefined) throw new ScorerSettingsError('endpoint', 'TIMBRE_SCORER_MODEL');
  return new EndpointScorer(
    {
      url,
      model,
      key: settings.scorerKey,
      timeoutMs: settings.scorerTimeoutSeconds * 1000,
      mostCharacters: settings.scorerTextLimit,
      budget: { requests: settings.scorerDailyRequests, tokens: settings.scorerDailyTokens },
    },
    around,
  );
}

async function localScorer(settings: ScorerSettings, { egress, ledger }: ScorerSurroundings): Promise<Scorer> {
  const { scorerModel: model, scorerModelKind: kind } = settings;
  if (model === undefined) throw new ScorerSettingsError('local', 'TIMBRE_SCORER_MODEL');
  const folder = settings.scorerRuntime ?? join(settings.dataFolder, 'local-scorer');
  const { classifier, name } = await loadClassifier(loadTransformersRuntime(folder), egress, {
    model,
    revision: settings.scorerRevision,
    precision: settings.scorerPrecision,
    threads: settings.scorerThreads,
    cacheFolder: join(settings.dataFolder, 'models'),
  });
  const variant = `${name}.${kind}${settings.scorerPrecision === 'fp32' ? '' : `.${settings.scorerPrecision}`}`;
  return new LocalScorer(variant, classifier, { kind, batch: settings.scorerBatch }, ledger);
}

/**
 * Stands where a configured scorer cannot work: every reading falls back and says so, while collecting goes on.
 * @param reason what an administrator has to change
 */
export function brokenScorer({ scorer, scorerModel }: ScorerSettings, reason: string): Scorer {
  const name = `${scorer}:${scorerModel === undefined ? 'unnamed' : basename(scorerModel)}`;
  return { name, score: () => Promise.reject(new ScorerError('model', reason)) };
}
