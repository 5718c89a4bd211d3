import type { LinearModel } from './linear-model.js';

/**
 * How the two voters are put together, learned on development sets: the logits of a class are
 * `learned × (the linear model's) + (−rule, −doubt, +rule) by the rule score s and |s|`, plus `neutral` for the middle.
 */
export interface VoterWeights {
  learned: number;
  rule: number;
  doubt: number;
  neutral: number;
  /** Added to neutral per unit of log length beyond a usual sentence. */
  length: number;
}

/** The learned voter of one language and its place beside the rules. */
export interface LanguageModel {
  linear: LinearModel;
  voters: VoterWeights;
}

/** Models by language. */
export type SentimentModel = ReadonlyMap<string, LanguageModel>;
