import type { AlertCondition } from '@timbre/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditionFromText, ConditionTextError } from './condition-from-text.js';
import { judgeCondition } from './judge-condition.js';

const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0));
const condition = fc.oneof(
  fc.record({
    kind: fc.constantFrom('above' as const, 'below' as const),
    threshold: fc.double({ noNaN: true }),
    orEqual: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    by: fc.double({ min: 0.01, max: 5, noNaN: true }),
    relative: fc.boolean(),
    direction: fc.constantFrom('up' as const, 'down' as const, 'either' as const),
    against: fc.constant('previous-period' as const),
  }),
  fc.record({ kind: fc.constant('anomaly' as const), z: fc.constant(3), direction: fc.constant('either' as const) }),
  fc.record({
    kind: fc.constant('drift' as const),
    lambda: fc.constant(0.2),
    limit: fc.constant(3),
    direction: fc.constant('either' as const),
  }),
);

it('never takes missing or impossible values for a breach', () => {
  fc.assert(
    fc.property(
      condition,
      number,
      fc.array(fc.option(number), { maxLength: 45 }),
      fc.boolean(),
      (rule, value, past, counts) => {
        const { breached } = judgeCondition(rule, value, past, counts);
        if (!Number.isFinite(value)) expect(breached).toBeNull();
        else expect(typeof breached).toBe('boolean');
      },
    ),
  );
});

it('finds the surprise of a volume where the formula says z = 3', () => {
  const anomaly: AlertCondition = { kind: 'anomaly', z: 3, direction: 'up' };
  const usual = Array<number>(8).fill(16);
  // 2(√x − √16) = 3 at x = 30.25
  expect(judgeCondition(anomaly, 30, usual, true).breached).toBe(false);
  expect(judgeCondition(anomaly, 31, usual, true).breached).toBe(true);
  expect(judgeCondition(anomaly, 900, [16, 16], true).breached).toBe(false);
});

it('notices a lasting drift that single values hide', () => {
  const drift: AlertCondition = { kind: 'drift', lambda: 0.2, limit: 3, direction: 'down' };
  const usual = Array.from({ length: 28 }, (_, index) => 0.1 + (index % 2 === 0 ? 0.05 : -0.05));
  expect(judgeCondition(drift, 0.04, [...usual, ...Array<number>(12).fill(0.1)]).breached).toBe(false);
  expect(judgeCondition(drift, 0.04, [...usual, ...Array<number>(12).fill(0.04)]).breached).toBe(true);
  expect(
    judgeCondition({ ...drift, direction: 'up' }, 0.04, [...usual, ...Array<number>(12).fill(0.04)]).breached,
  ).toBe(false);
});

it('measures changes against the period before', () => {
  const fall: AlertCondition = {
    kind: 'change',
    by: 0.3,
    relative: false,
    direction: 'down',
    against: 'previous-period',
  };
  expect(judgeCondition(fall, -0.2, [0.1]).breached).toBe(true);
  expect(judgeCondition(fall, 0.4, [0.1]).breached).toBe(false);
  expect(judgeCondition(fall, -0.9, [null]).breached).toBe(false);
  expect(judgeCondition({ ...fall, by: 0.5, relative: true }, 5, [10]).breached).toBe(true);
});

it('reads comparisons and refuses all else', () => {
  expect(conditionFromText('v > 50')).toEqual({ kind: 'above', threshold: 50, orEqual: false });
  expect(conditionFromText('< -0.2')).toEqual({ kind: 'below', threshold: -0.2, orEqual: false });
  expect(conditionFromText('up == 0')).toEqual({ kind: 'inside', low: 0, high: 0 });
  for (const text of ['', 'v', '> x', 'a > 1 or b', '> 1e999'])
    expect(() => conditionFromText(text)).toThrow(ConditionTextError);
});
