import { hashText } from '../learned/feature-hash.js';

/**
 * True for the rows of a development set that are kept for reporting: no weight is fitted on them. Scores on them were
 * looked at while constants were chosen, so they are development figures, not a blind test.
 */
export function isForReporting(row: { id?: string; text: string }): boolean {
  return (hashText(`${row.id ?? row.text}x`) & 1) === 1;
}

/** True for the fifth of our own labelled sentences that no model is trained on. */
export function isHeldOutSentence(text: string): boolean {
  return (hashText(text) >>> 0) % 5 === 0;
}
