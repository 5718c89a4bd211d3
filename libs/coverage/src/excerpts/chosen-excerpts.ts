import type { Evidence, Span } from '@timbre/contracts';

/** At most this share of a text is quoted, and never more than so many UTF-16 units: a quotation, not a copy. */
const MOST_SHARE = 0.25;
const MOST_UNITS = 1_500;

/**
 * Sentences of a text that may be shown where the text itself may not: the strongest evidence first, as much of it as
 * a quotation may hold, at least one sentence. In the order of the text, without overlaps.
 */
export function chosenExcerpts(evidence: readonly Pick<Evidence, 'from' | 'to' | 'score'>[], length: number): Span[] {
  const most = Math.min(MOST_UNITS, Math.floor(length * MOST_SHARE));
  const chosen: Span[] = [];
  let units = 0;
  for (const { from, to } of [...evidence].sort((a, b) => Math.abs(b.score) - Math.abs(a.score))) {
    if (from < 0 || to > length || to <= from || chosen.some((other) => from < other.to && other.from < to)) continue;
    if (units + to - from > most && chosen.length > 0) continue;
    chosen.push({ from, to });
    units += to - from;
  }
  return chosen.sort((a, b) => a.from - b.from);
}
