import type { Correction } from '@timbre/contracts';
import type { StoredCorrection } from './stored-correction.js';

/** A correction in force, as people see it. */
export function presentCorrection(stored: StoredCorrection): Correction {
  const { id, articleId, key, confirms, version, words, note } = stored;
  const shared = {
    id,
    articleId,
    key,
    confirms,
    applies: stored.read !== null,
    version,
    words,
    note,
    by: stored.madeByName,
    at: stored.madeAt.toISOString(),
  };
  // Spelled out per kind: value and said belong together.
  if (stored.kind === 'mention') return { ...shared, kind: stored.kind, value: stored.value, said: stored.said };
  if (stored.kind === 'quote') return { ...shared, kind: stored.kind, value: stored.value, said: stored.said };
  return { ...shared, kind: stored.kind, value: stored.value, said: stored.said };
}
