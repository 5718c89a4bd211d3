import type { AnalysisInput, Catalogue, Reading } from '@timbre/contracts';

/** Reads one article; a promise where somebody else is asked for scores. */
export type ReadArticle = (input: AnalysisInput, signal?: AbortSignal) => Reading | Promise<Reading>;

/** The analysis as coverage calls it: a function of article and catalogue, with a version. */
export interface ArticleAnalyser {
  /** Changes when the same article may be read differently. */
  readonly version: string;
  /** The version of readings for which the scorer gave no answer; null where that cannot happen. */
  readonly fallback: string | null;
  /** '' for the embedded one. */
  readonly scorer: string;
  /** Articles that are worth reading at a time. */
  readonly parallel: number;
  /** Makes the catalogue ready; costs much more than one reading, so results are kept per catalogue version. */
  prepare(catalogue: Catalogue): ReadArticle;
}

/** Injection token of `ArticleAnalyser`. */
export const ARTICLE_ANALYSER = Symbol('ArticleAnalyser');
