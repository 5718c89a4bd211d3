import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AhoCorasick } from './aho-corasick.js';

function find(automaton: AhoCorasick, text: string): string[] {
  const found: string[] = [];
  let state = 0;
  for (let i = 0; i < text.length; i += 1) {
    state = automaton.next(state, text.charCodeAt(i));
    automaton.matches(state, (pattern, length) => found.push(`${pattern}@${i + 1 - length}`));
  }
  return found.sort();
}

function search(patterns: readonly string[], text: string): string[] {
  return patterns
    .flatMap((pattern, index) =>
      Array.from({ length: text.length }, (_, at) => (text.startsWith(pattern, at) ? `${index}@${at}` : '')),
    )
    .filter((place) => place !== '')
    .sort();
}

describe('AhoCorasick', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '智', '能'), minLength: 1, maxLength: 5 });

  it('finds what a search for each pattern finds, equal patterns too', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '智', '能'), maxLength: 40 }),
        (patterns, text) => {
          expect(find(new AhoCorasick(patterns), text)).toEqual(search(patterns, text));
        },
      ),
    );
  });

  it('works the same with the table for first characters that many patterns get', () => {
    const many = Array.from({ length: 200 }, (_, i) => `x${i}`);
    expect(find(new AhoCorasick(['ab', 'b', ...many]), 'abx17')).toEqual(search(['ab', 'b', ...many], 'abx17'));
  });
});
