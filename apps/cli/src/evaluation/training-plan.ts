/** What a file is used for; files of which the licence allows no more are for tuning only (weight 0). */
export interface PlannedSet {
  file: string;
  /** Weight of each example in training. */
  weight: number;
  /** Weight of the whole set when the two voters are weighed against each other. */
  tuneWeight: number;
  /** Classes shared out unlike news: reviews without neutral ones. */
  peculiar?: boolean;
}

/** Weight of our own sentences: they are few, but they are about our domain. */
export const ownSentences = { en: { weight: 3, tuneWeight: 2 }, zh: { weight: 4, tuneWeight: 2 } } as const;

/** External sets by language. Only sets under the MIT licence have a training weight. */
export const trainingPlan: Record<'en' | 'zh', readonly PlannedSet[]> = {
  en: [
    { file: 'en_newsmtsc_rw.train.jsonl.gz', weight: 1, tuneWeight: 0 },
    { file: 'en_sentfin.train.jsonl.gz', weight: 1, tuneWeight: 0 },
    { file: 'en_newsmtsc_rw.dev.jsonl.gz', weight: 0, tuneWeight: 1 },
    { file: 'en_sentfin.dev.jsonl.gz', weight: 0, tuneWeight: 1 },
    { file: 'en_finentity.train.jsonl.gz', weight: 0, tuneWeight: 1 },
  ],
  zh: [
    { file: 'zh_diaasq.train.jsonl.gz', weight: 0.05, tuneWeight: 0, peculiar: true },
    { file: 'zh_absa_products.train.jsonl.gz', weight: 0.05, tuneWeight: 0, peculiar: true },
    { file: 'zh_bdci2016_auto_target.dev.jsonl.gz', weight: 0, tuneWeight: 1 },
  ],
};
