import type { Span } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import type { RoleWords } from '../entities/role-words.js';
import { isWordUnit } from '../folding/character-classes.js';
import { leftmostLongest } from './leftmost-longest.js';
import { nameEnd, type EdgeRules } from './name-boundaries.js';
import { scan } from './scan.js';
import type { SearchForm } from './search-form.js';

/** A catalogue name in a folded text. */
interface FoundName extends Span {
  entity: number;
}

/** What one pass of the automaton finds. Spans point into the folded text. */
export interface Findings {
  /** Checked at their edges, longest first, sorted, without overlap. */
  names: FoundName[];
  /** Places of query terms by their number; they may overlap. */
  terms: ReadonlyMap<number, readonly Span[]>;
}

const WHOLE_WORD: EdgeRules = { hanLength: 0, plural: false };

/**
 * Finds names and query terms of a catalogue in one pass.
 * @param wordBounds 1 where the segmenter starts a word; length of the text plus one
 * @param roles decide where a name of digits only ("360") is a name
 */
export function findNames(
  catalogue: CompiledCatalogue,
  folded: string,
  form: SearchForm,
  wordBounds: Uint8Array,
  roles: RoleWords,
): Findings {
  const found: FoundName[] = [];
  const numeric: FoundName[] = [];
  const terms = new Map<number, Span[]>();
  scan(catalogue.automaton, form, ({ pattern, from, to }) => {
    const name = catalogue.names[pattern];
    if (name) {
      const end = nameEnd(folded, from, to, name, wordBounds);
      if (end < 0) return;
      if (name.exact !== null && !name.exact.some((spelling) => folded.startsWith(spelling, from))) return;
      (name.numeric ? numeric : found).push({ from, to: end, entity: name.entity });
      return;
    }
    const number = pattern - catalogue.names.length;
    const end = termEnd(folded, from, to, catalogue.terms[number]?.wildcard === true, wordBounds);
    if (end < 0) return;
    const spans = terms.get(number);
    if (spans) spans.push({ from, to: end });
    else terms.set(number, [{ from, to: end }]);
  });
  found.push(...numbersAsNames(numeric, found, folded, roles));
  return { names: oneEntityPerSpan(leftmostLongest(found)), terms };
}

/**
 * "360" is a name beside an office or a kind of organisation, or once the text has named it so or by another name; and
 * never where it counts something.
 */
function numbersAsNames(
  numeric: readonly FoundName[],
  named: readonly FoundName[],
  folded: string,
  roles: RoleWords,
): FoundName[] {
  const sure = numeric.filter((name) => roles.standsBeside(folded, name));
  const known = new Set([...named, ...sure].map((name) => name.entity));
  return numeric.filter((name) => known.has(name.entity) && (sure.includes(name) || !roles.isCounted(folded, name)));
}

/** A wildcard takes the rest of the word; any other term must be whole words where its script has such. */
function termEnd(folded: string, from: number, to: number, wildcard: boolean, wordBounds: Uint8Array): number {
  if (!wildcard) return nameEnd(folded, from, to, WHOLE_WORD, wordBounds);
  let end = to;
  if (isWordUnit(folded.charCodeAt(to - 1))) while (end < folded.length && isWordUnit(folded.charCodeAt(end))) end += 1;
  return nameEnd(folded, from, end, WHOLE_WORD, wordBounds);
}

/** Where two entities claim the same words, the one that the rest of the text names wins, else the first of the catalogue. */
function oneEntityPerSpan(names: readonly FoundName[]): FoundName[] {
  const count = new Map<number, number>();
  for (const name of names) count.set(name.entity, (count.get(name.entity) ?? 0) + 1);
  const out: FoundName[] = [];
  for (const name of names) {
    const last = out[out.length - 1];
    if (last?.from !== name.from || last.to !== name.to) {
      out.push(name);
      continue;
    }
    const better = (count.get(name.entity) ?? 0) - (count.get(last.entity) ?? 0);
    if (better > 0 || (better === 0 && name.entity < last.entity)) out[out.length - 1] = name;
  }
  return out;
}
