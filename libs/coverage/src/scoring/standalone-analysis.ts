import type { Analyzer } from '@timbre/analysis';
import { createEgressClient, type Settings } from '@timbre/platform';
import type { ArticleAnalyser } from '../readings/article-analyser.port.js';
import { createScorer } from './create-scorer.js';
import { noAnswerStore } from './endpoint/answer-store.js';
import { MemoryLedger } from './ledger/scorer-ledger.js';
import { scoredAnalyser } from './scored-analyser.js';

export interface StandaloneAnalysis {
  analyser: ArticleAnalyser;
  /** What was used so far, for people; the daily budget holds for this process alone. */
  summary(): string;
  close(): Promise<void>;
}

/**
 * The analysis with the scorer of the settings, for a process without a database. A scorer that cannot work ends it, but
 * one that gives no answer for an article falls back like everywhere.
 *
 * @param warn hears why an article was scored by the embedded analysis
 * @throws ScorerSettingsError, MissingRuntimeError, ModelFolderError
 */
export async function standaloneAnalysis(
  analyzer: Analyzer,
  settings: Settings,
  warn: (line: string) => void,
): Promise<StandaloneAnalysis> {
  const egress = createEgressClient(settings);
  const ledger = new MemoryLedger();
  try {
    const scorer = await createScorer(settings, { egress, ledger, store: noAnswerStore, log: () => undefined, warn });
    return {
      analyser: scoredAnalyser(analyzer, scorer, ledger, 1, warn),
      summary: () => {
        const { requests, questionTokens, answerTokens, milliseconds, answered } = ledger.used;
        const failed = [...ledger.failures].map(([failure, n]) => `${n} ${failure}`).join(', ');
        const seconds = (milliseconds / 1000).toFixed(1);
        return (
          `${scorer.name}: ${answered} articles scored, ${requests} requests, ` +
          `${questionTokens} + ${answerTokens} tokens, ${seconds} s; fell back: ${failed || 'never'}`
        );
      },
      close: () => egress.close(),
    };
  } catch (error) {
    await egress.close();
    throw error;
  }
}
