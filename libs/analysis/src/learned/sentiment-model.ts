/** The learned second voter of one language; placeholder-free contract filled by the trained files. */
export interface LinearModel {
  lang: string;
  /** Number of hash buckets, a power of two. */
  buckets: number;
  /** Weights, quantised: three classes (negative, neutral, positive) per bucket. */
  weights: Int8Array;
  /** Value of one quantisation step, per class. */
  scale: [number, number, number];
}

/** Models by language. */
export type SentimentModel = ReadonlyMap<string, LinearModel>;
