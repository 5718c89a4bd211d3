import type { Span } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import { leftmostLongest } from './leftmost-longest.js';
import { nameEnd } from './name-boundaries.js';
import { scan } from './scan.js';
import type { SearchForm } from './search-form.js';

/** A catalogue name in a folded text. */
export interface FoundName extends Span {
  entity: number;
}

/** Names of the catalogue in a folded text: checked at their edges, longest first, sorted, without overlap. */
export function findNames(
  catalogue: CompiledCatalogue,
  folded: string,
  form: SearchForm,
  wordBounds: Uint8Array,
): FoundName[] {
  const found: FoundName[] = [];
  scan(catalogue.automaton, form, ({ pattern, from, to }) => {
    const name = catalogue.names[pattern];
    if (!name) return;
    const end = nameEnd(folded, from, to, name, wordBounds);
    if (end < 0) return;
    if (name.exact !== null && !folded.startsWith(name.exact, from)) return;
    found.push({ from, to: end, entity: name.entity });
  });
  return oneEntityPerSpan(leftmostLongest(found));
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
