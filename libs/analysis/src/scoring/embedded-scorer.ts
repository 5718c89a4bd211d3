import type { Scorer } from './scorer.js';

/** The rules and the small model that ship: they have scored every case before it gets here. */
export const embeddedScorer: Scorer = {
  name: '',
  score: ({ targets }) =>
    Promise.resolve({ targets: new Map(targets.map(({ key, embedded }) => [key, embedded])), skipped: [] }),
};
