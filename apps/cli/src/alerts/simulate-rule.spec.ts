import { alertTiming } from '@timbre/contracts';
import { replayRule } from '@timbre/metrics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulatedRule } from './read-rule.js';
import { simulatedEvaluation, simulateRule } from './simulate-rule.js';

const line = fc.record({
  value: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: null }),
  n: fc.nat(20),
  gap: fc.constantFrom(false, false, false, true),
});

it('makes the transitions that the engine makes on the same measurements', () => {
  const given = { condition: { kind: 'below', threshold: 0 }, interval: 60, for: 120, keepFiringFor: 60, minimumN: 3 };
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const at = (index: number): number => Date.UTC(2026, 0, 1) + index * 60_000;
      const answer = simulateRule(simulatedRule.parse(given));
      const simulated = lines.map((one, index) =>
        answer(simulatedEvaluation.parse({ ...one, at: new Date(at(index)).toISOString() })),
      ) as { transitions: { at: string; from: string; to: string }[] }[];
      const measured = lines.map(({ gap, ...one }, index) => ({
        ...one,
        at: at(index),
        stories: null,
        outlets: null,
        held: gap,
        reference: [],
      }));
      const replayed = [...replayRule(alertTiming.parse(given), measured, { step: 60_000, counts: false })];
      expect(simulated.map(({ transitions }) => transitions)).toEqual(
        replayed.map(({ changes }) => changes.map((change) => ({ ...change, at: new Date(change.at).toISOString() }))),
      );
    }),
    { numRuns: 50 },
  );
});
