import type { TrainOptions } from './train-linear.js';

/** Found on development sets; the result hardly moves when any one is halved or doubled. */
export function defaultTrainOptions(lang: string): TrainOptions {
  return {
    lang,
    buckets: lang === 'zh' ? 2 ** 18 : 2 ** 19,
    epochs: 8,
    rate: 0.07,
    generalPenalty: 1e-4,
    lexicalPenalty: 1e-3,
    hideWords: 0.3,
    minimumCount: 2,
    seed: 20_240_216,
  };
}
