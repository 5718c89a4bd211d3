import {
  type Analyzer,
  fallbackVersion,
  scoredVersion,
  type Scorer,
  ScorerError,
  type ScorerFailure,
} from '@timbre/analysis';
import type { ArticleAnalyser } from '../readings/article-analyser.port.js';

interface Watcher {
  answered(scorer: string): Promise<void>;
  failed(scorer: string, failure: ScorerFailure): Promise<void>;
}

/**
 * The shipped analysis with another scorer. Where that gives no answer the embedded scores stand, and the version of the
 * reading says so.
 *
 * @param parallel articles that may be scored at a time
 */
export function scoredAnalyser(
  analyzer: Analyzer,
  scorer: Scorer,
  watcher: Watcher,
  parallel: number,
  log: (line: string) => void,
): ArticleAnalyser {
  const version = scoredVersion(analyzer.version, scorer.name);
  const fallback = fallbackVersion(analyzer.version, scorer.name);
  return {
    version,
    fallback,
    scorer: scorer.name,
    parallel,
    prepare: (catalogue) => {
      const compiled = analyzer.compile(catalogue);
      return async (input, signal) => {
        const draft = analyzer.draft(input, compiled);
        try {
          const answer = await scorer.score(draft.scoringCase(), signal);
          await watcher.answered(scorer.name);
          return draft.finish(answer, version);
        } catch (error) {
          if (!(error instanceof ScorerError)) throw error;
          await watcher.failed(scorer.name, error.failure);
          log(`${scorer.name} did not score ${input.id} (${error.failure}): ${error.message}`);
          return draft.finish(undefined, fallback);
        }
      };
    },
  };
}

/** The shipped analysis by itself: a pure function, so nothing is waited for. */
export function embeddedAnalyser(analyzer: Analyzer): ArticleAnalyser {
  return {
    version: analyzer.version,
    fallback: null,
    scorer: '',
    parallel: 1,
    prepare: (catalogue) => {
      const compiled = analyzer.compile(catalogue);
      return (input) => analyzer.analyze(input, compiled);
    },
  };
}
