import type { AhoCorasick } from './aho-corasick.js';
import type { SearchForm } from './search-form.js';

/** A pattern found in a folded text, before any boundary was checked. */
export interface RawMatch {
  pattern: number;
  /** Span in the folded text. */
  from: number;
  to: number;
}

/** All occurrences of all patterns, in order of their ends. */
export function scan(automaton: AhoCorasick, form: SearchForm, visit: (match: RawMatch) => void): void {
  let state = 0;
  for (let i = 0; i < form.length; i += 1) {
    state = automaton.next(state, form.units[i] ?? 0);
    if (!automaton.accepts(state)) continue;
    const to = (form.origin[i] ?? 0) + 1;
    automaton.matches(state, (pattern, length) => {
      visit({ pattern, from: form.origin[i - length + 1] ?? 0, to });
    });
  }
}
