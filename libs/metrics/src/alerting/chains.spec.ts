import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escalationChain, EscalationCycleError } from './escalation-chain.js';
import { checkQuietWhile, QuietCycleError } from './quiet-while.js';

const ids = ['a', 'b', 'c', 'd', 'e'];

it('follows an escalation to its end, or says that it goes in a circle', () => {
  const next = fc.option(fc.constantFrom(...ids, 'gone'), { nil: null });
  fc.assert(
    fc.property(fc.array(next, { minLength: 5, maxLength: 5 }), (links) => {
      const channels = ids.map((id, index) => ({ id, name: id.toUpperCase(), next: links[index] ?? null }));
      try {
        const chain = escalationChain('a', channels);
        expect(new Set(['a', ...chain.map(({ id }) => id)]).size).toBe(chain.length + 1);
      } catch (error) {
        expect(error).toBeInstanceOf(EscalationCycleError);
        const { names } = error as EscalationCycleError;
        expect(names[0]).toBe(names.at(-1));
      }
    }),
  );
});

it('refuses rules that keep themselves quiet, directly or through others', () => {
  const rules = (links: Record<string, string[]>) =>
    ids.map((id) => ({ id, name: id.toUpperCase(), quietWhile: links[id] ?? [] }));
  expect(() => checkQuietWhile('a', rules({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['e', 'gone'] }))).not.toThrow();
  expect(() => checkQuietWhile('a', rules({ a: ['a'] }))).toThrow(QuietCycleError);
  expect(() => checkQuietWhile('a', rules({ a: ['b'], b: ['c'], c: ['a'] }))).toThrow('A → B → C → A');
  // A circle that the rule is not part of is somebody else's, and ends the search.
  expect(() => checkQuietWhile('a', rules({ a: ['b'], b: ['c'], c: ['b'] }))).not.toThrow();
});
