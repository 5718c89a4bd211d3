import { expect, it } from 'vitest';
import { roundStep, simulationScale } from './simulation-scale.js';

const simulation = {
  t: ['a', 'b', 'c'],
  value: [-0.31, null, 0.42],
  threshold: { low: [-0.2, -0.2, -0.2], high: [null, null, null] },
};

it('holds every value and line, and turns places back into values', () => {
  const scale = simulationScale(simulation, [-0.6], 640, 240);
  expect(scale.low).toBeLessThanOrEqual(-0.6);
  expect(scale.high).toBeGreaterThanOrEqual(0.42);
  for (const value of [-0.6, 0, 0.42]) expect(scale.valueAt(scale.y(value))).toBeCloseTo(value, 9);
  expect(scale.x(0)).toBeLessThan(scale.x(2));
  expect(scale.ticks.length).toBeGreaterThan(3);
});

it('draws something for nothing at all', () => {
  const scale = simulationScale({ t: [], value: [], threshold: { low: [], high: [] } }, [], 300, 200);
  expect(Number.isFinite(scale.y(0))).toBe(true);
  expect(roundStep(0)).toBeGreaterThan(0);
  expect(roundStep(0.13)).toBe(0.2);
});
