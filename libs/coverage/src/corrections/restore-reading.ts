import { ALL_COVERAGE } from '@timbre/contracts';
import type { ReadingRows } from '../readings/reading-rows.js';
import type { StoredCorrection } from './stored-correction.js';

/** The stored reading has lost the mention that every read article has. */
class IncompleteReadingError extends Error {
  constructor() {
    super('The article has no mention of "all". Run `timbre verify`, then have the article read again.');
    this.name = 'IncompleteReadingError';
  }
}

/**
 * The rows of one article as the analysis read them, before any of the corrections: the exact inverse of
 * `applyCorrections`.
 */
export function restoreReading(rows: ReadingRows, corrections: readonly StoredCorrection[]): ReadingRows {
  const whole = rows.mentions.find(({ target }) => target === ALL_COVERAGE);
  if (whole === undefined) throw new IncompleteReadingError();
  const { article_id, published, source_id, lang, lead } = whole;
  const place = { article_id, published, source_id, lang };
  const mentions = new Map(rows.mentions.map((row) => [row.target, row]));
  const quotes = new Map(rows.quotes.map((row) => [row.ordinal, row]));
  const forecasts = new Map(rows.forecasts.map((row) => [row.ordinal, row]));
  for (const { kind, read } of corrections) {
    if (read === null) continue;
    if (kind === 'mention') mentions.set(read.target, { ...read, ...place, lead });
    else if (kind === 'quote') quotes.set(read.ordinal, { ...read, ...place });
    else forecasts.set(read.ordinal, { ...read, ...place });
  }
  return {
    mentions: [...mentions.values()],
    quotes: [...quotes.values()].sort(byOrdinal),
    forecasts: [...forecasts.values()].sort(byOrdinal),
  };
}

const byOrdinal = (a: { ordinal: number }, b: { ordinal: number }): number => a.ordinal - b.ordinal;
