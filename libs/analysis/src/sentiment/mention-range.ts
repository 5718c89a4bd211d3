import type { EntityOccurrence, Sentence } from '../document/annotated-document.js';

/** A mention as a range of words `[first, last)` of its sentence. */
export interface MentionRange {
  entityId: string;
  first: number;
  last: number;
}

/** Places an occurrence among the words of its sentence; a mention inside a word takes the whole word. */
export function mentionRange(occurrence: EntityOccurrence, sentence: Sentence): MentionRange | undefined {
  const { tokens } = sentence;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.to ?? 0) <= occurrence.from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && (tokens[last]?.from ?? occurrence.to) < occurrence.to) last++;
  return last > low ? { entityId: occurrence.entityId, first: low, last } : undefined;
}
