import type { TrainOptions } from './train-linear.js';

/** Found on development sets; the result hardly moves when any one is halved or doubled. */
export function defaultTrainOptions(lang: string): TrainOptions {
  return {
    lang,
    buckets: lang === 'zh' ? 2 ** 18 : 2 ** 19,
    epochs: lang === 'zh' ? 8 : 10,
    rate: lang === 'zh' ? 0.07 : 0.05,
    generalPenalty: 1e-4,
    lexicalPenalty: 1e-3,
    hideWords: 0.3,
    minimumCount: 2,
    favourTelling: lang !== 'zh',
    seed: 20_240_216,
  };
}
