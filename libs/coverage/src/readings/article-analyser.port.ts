import type { AnalysisInput, Catalogue, Reading } from '@timbre/contracts';

/** The analysis as coverage calls it: a pure function of article and catalogue, with a version. */
export interface ArticleAnalyser {
  /** Changes when the same article may be read differently. */
  readonly version: string;
  /** Makes the catalogue ready; costs much more than one reading, so results are kept per catalogue version. */
  prepare(catalogue: Catalogue): (input: AnalysisInput) => Reading;
}

/** Injection token of `ArticleAnalyser`. */
export const ARTICLE_ANALYSER = Symbol('ArticleAnalyser');
