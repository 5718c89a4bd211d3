import type { GivenTarget, Span } from '@timbre/contracts';
import type { FoldedText } from '../folding/fold-text.js';
import { foldText } from '../folding/fold-text.js';
import type { HanSimplification } from '../folding/han-simplification.js';
import { AhoCorasick } from '../gazetteer/aho-corasick.js';
import { nameEnd } from '../gazetteer/name-boundaries.js';
import { keysOf } from '../gazetteer/name-pattern.js';
import { scan } from '../gazetteer/scan.js';
import type { SearchForm } from '../gazetteer/search-form.js';
import type { NamedSpan } from './named-span.js';

/** Index of the first folded unit that stands for something at or after `offset` of the text. */
function foldedIndex(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.start.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A span of the text as a span of its folded view; null when nothing of it is left there. */
function foldedSpan(folded: FoldedText, span: Span): Span | null {
  const from = foldedIndex(folded, span.from);
  const to = foldedIndex(folded, span.to - 1) + 1;
  const inside = from < folded.start.length && (folded.start[from] ?? 0) < span.to;
  return inside && to > from ? { from, to: Math.min(to, folded.start.length) } : null;
}

/**
 * Finds the targets that the caller named: at the offsets given, and wherever a name or alias stands as whole words.
 * The caller knows the name, so the segmenter is not asked.
 * @param bodyFrom added to given offsets, which count in the text without the title
 */
export function findGivenTargets(
  targets: readonly GivenTarget[],
  folded: FoldedText,
  form: SearchForm,
  bodyFrom: number,
  simplification: HanSimplification,
): NamedSpan[] {
  const found: NamedSpan[] = [];
  const keys: string[] = [];
  const owner: string[] = [];
  for (const target of targets) {
    const given = typeof target === 'string' ? { name: target } : target;
    if (given.from !== undefined && given.to !== undefined && given.to > given.from) {
      const span = foldedSpan(folded, { from: given.from + bodyFrom, to: given.to + bodyFrom });
      if (span) found.push(occurrence(given.name, span));
    }
    for (const name of [given.name, ...(given.aliases ?? [])]) {
      for (const key of keysOf(foldText(name, simplification).text)) {
        keys.push(key);
        owner.push(given.name);
      }
    }
  }
  if (keys.length > 0) {
    scan(new AhoCorasick(keys), form, ({ pattern, from, to }) => {
      const end = nameEnd(folded.text, from, to, { hanLength: 0, plural: false }, NO_BOUNDS);
      const name = owner[pattern];
      if (end > 0 && name !== undefined) found.push(occurrence(name, { from, to: end }));
    });
  }
  return found;
}

const NO_BOUNDS = new Uint8Array(0);

function occurrence(name: string, span: Span): NamedSpan {
  return { ...span, entityId: name, kind: 'given', name, resolved: 'name' };
}
