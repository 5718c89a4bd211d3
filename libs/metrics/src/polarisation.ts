import { type LabelCounts, totalOf } from './label-counts.js';

/** Polarisation 2·min(P,N)/n: 0 when all lean one way, 1 when half praise and half blame; null without mentions. */
export function polarisation(counts: LabelCounts): number | null {
  const n = totalOf(counts);
  return n > 0 ? (2 * Math.min(counts.positive, counts.negative)) / n : null;
}
