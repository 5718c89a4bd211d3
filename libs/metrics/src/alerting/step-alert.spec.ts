import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AlertObservation, type AlertPolicy, type AlertState, initialAlertState } from './alert-state.js';
import { type AlertStep, stepAlert } from './step-alert.js';

const policy = fc.record<AlertPolicy>({
  interval: fc.constant(60),
  for: fc.constantFrom(0, 60, 200),
  keepFiringFor: fc.constantFrom(0, 60, 150),
  cooldown: fc.constantFrom(0, 500),
  noData: fc.constantFrom('keep', 'ok', 'alert'),
  onError: fc.constantFrom('keep', 'ok', 'alert'),
});
const observation = fc.record({
  elapsed: fc.constantFrom(60, 60, 60, 61, 0, -500, 4_000),
  breached: fc.constantFrom(true, true, false, null),
  held: fc.constantFrom(false, false, false, true),
  error: fc.constantFrom(undefined, undefined, undefined, 'timeout'),
});

function play(
  seen: readonly AlertObservation[],
  rules: AlertPolicy,
  reload: (state: AlertState) => AlertState,
): AlertStep[] {
  let state = initialAlertState(0);
  return seen.map((one) => {
    const step = stepAlert(state, one, rules);
    state = reload(step.state);
    return step;
  });
}

const timed = (list: readonly (Omit<AlertObservation, 'at'> & { elapsed: number })[]): AlertObservation[] => {
  let at = 0;
  return list.map(({ elapsed, ...rest }) => ({ ...rest, at: (at += elapsed) }));
};

it('goes on after any restart as if there had been none', () => {
  fc.assert(
    fc.property(policy, fc.array(observation, { maxLength: 60 }), (rules, list) => {
      const seen = timed(list);
      const restarted = play(seen, rules, (state) => JSON.parse(JSON.stringify(state)) as AlertState);
      expect(restarted).toEqual(play(seen, rules, (state) => state));
    }),
  );
});

it('begins and ends activations in turn, never on what nobody saw, never within the cooldown', () => {
  fc.assert(
    fc.property(policy, fc.array(observation, { maxLength: 80 }), (rules, list) => {
      const seen = timed(list);
      let open: string | null = null;
      let ended: number | null = null;
      for (const [index, step] of play(seen, rules, (state) => state).entries()) {
        for (const { type, kind, at } of step.events) {
          if (type === 'resolved') {
            expect(kind).toBe(open);
            open = null;
            if (kind === 'threshold') ended = at;
            continue;
          }
          expect(open).toBeNull();
          open = kind;
          if (kind !== 'threshold') continue;
          expect(seen[index]).toMatchObject({ breached: true });
          expect(seen[index]?.held).not.toBe(true);
          if (ended !== null) expect(at - ended).toBeGreaterThanOrEqual(rules.cooldown);
        }
        expect(step.state.open).toBe(open);
        let phase = index === 0 ? 'normal' : null;
        for (const { from, to } of step.changes) {
          if (phase !== null) expect(from).toBe(phase);
          expect(to).not.toBe(from);
          phase = to;
        }
      }
    }),
  );
});

it('fires only after a breach that was seen for as long as the rule wants', () => {
  const rules: AlertPolicy = { interval: 60, for: 120, keepFiringFor: 0, cooldown: 0, noData: 'keep', onError: 'keep' };
  const phases = (list: Parameters<typeof timed>[0]): string[] =>
    play(timed(list), rules, (state) => state).map(({ state }) => state.phase);
  const breach = { elapsed: 60, breached: true };
  const blind = { elapsed: 60, breached: true, held: true };
  expect(phases([breach, breach, breach])).toEqual(['pending', 'pending', 'firing']);
  expect(phases([breach, blind, blind, blind, breach, breach])).toEqual([
    'pending',
    'pending',
    'pending',
    'pending',
    'pending',
    'firing',
  ]);
  // Hours without a process are not hours of breach.
  expect(phases([breach, { elapsed: 9_000, breached: true }, breach])).toEqual(['pending', 'pending', 'firing']);
  // A clock that jumps back says nothing.
  expect(phases([breach, { elapsed: -500, breached: false }, { elapsed: 560, breached: true }])).toEqual([
    'pending',
    'pending',
    'pending',
  ]);
});

it('keeps an alert through an outage of collection', () => {
  const rules: AlertPolicy = {
    interval: 60,
    for: 0,
    keepFiringFor: 60,
    cooldown: 0,
    noData: 'alert',
    onError: 'alert',
  };
  const steps = play(
    timed([
      { elapsed: 60, breached: true },
      { elapsed: 60, breached: null, held: true },
      { elapsed: 60, breached: false, held: true },
      { elapsed: 60, breached: false },
      { elapsed: 60, breached: false },
    ]),
    rules,
    (state) => state,
  );
  expect(steps.map(({ state }) => state.phase)).toEqual(['firing', 'firing', 'firing', 'recovering', 'normal']);
});
