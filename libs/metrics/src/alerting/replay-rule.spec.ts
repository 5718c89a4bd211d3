import { alertTiming } from '@timbre/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AlertState } from './alert-state.js';
import { evaluateSeries } from './evaluate-series.js';
import type { Measured } from './observe-rule.js';
import { replayRule } from './replay-rule.js';

const hour = 3_600_000;
const rule = fc
  .record({
    condition: fc.constantFrom(
      { kind: 'below', threshold: -0.2 },
      { kind: 'above', threshold: 0.3, orEqual: true },
      { kind: 'outside', low: -0.4, high: 0.4 },
      { kind: 'change', by: 0.3 },
    ),
    interval: fc.constant(3_600),
    for: fc.constantFrom(0, 7_200),
    keepFiringFor: fc.constantFrom(0, 10_800),
    cooldown: fc.constantFrom(0, 36_000),
    minimumN: fc.constantFrom(0, 5),
    minimumOutlets: fc.constantFrom(0, 2),
    noData: fc.constantFrom('keep', 'ok', 'alert'),
  })
  .map((parts) => alertTiming.parse(parts));
const value = fc.option(fc.double({ min: -1, max: 1, noNaN: false }), { nil: null });
const measured = fc.record<Measured>({
  value,
  n: fc.integer({ min: 0, max: 20 }),
  stories: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
  outlets: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  held: fc.constantFrom(false, false, false, true),
  reference: fc.array(value, { minLength: 1, maxLength: 1 }),
});

it('replays what a live engine does that stores its state after each evaluation and may be restarted at any', () => {
  fc.assert(
    fc.property(rule, fc.array(measured, { maxLength: 80 }), (timing, list) => {
      const moments = list.map((one, index) => ({ at: (index + 1) * hour, ...one }));
      let stored: string | null = null;
      const live = moments.map(({ at, ...seen }) => {
        const state = stored === null ? null : (JSON.parse(stored) as AlertState);
        const { step, input } = evaluateSeries(timing, state, { measured: seen }, at, { counts: false });
        stored = JSON.stringify(step.state);
        return { at, input, phase: step.state.phase, changes: step.changes, events: step.events };
      });
      expect([...replayRule(timing, moments, { step: timing.interval * 1_000, counts: false })]).toEqual(live);
    }),
  );
});
