import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialAlertState } from './alert-state.js';
import { chooseSeries } from './choose-series.js';
import { worstSeries } from './worst-series.js';

const candidate = fc.record({
  key: fc.string({ minLength: 1, maxLength: 4 }),
  n: fc.nat(100),
  phase: fc.constantFrom('none', 'normal', 'pending', 'firing'),
});
const candidates = fc.uniqueArray(candidate, { selector: ({ key }) => key, maxLength: 60 }).map((list) =>
  list.map(({ key, n, phase }) => ({
    key,
    name: key,
    n,
    state:
      phase === 'none'
        ? null
        : {
            ...initialAlertState(0),
            phase: phase as 'normal' | 'pending' | 'firing',
            open: phase === 'firing' ? ('threshold' as const) : null,
          },
  })),
);

it('keeps to the cap, hides nothing that fires, and counts what it leaves out', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 30 }), (all, most) => {
      const { chosen, leftOut } = chooseSeries(all, most);
      const firing = all.filter(({ state }) => state?.open != null);
      expect(chosen).toEqual(expect.arrayContaining(firing));
      expect(chosen.length).toBe(Math.min(all.length, Math.max(most, firing.length)));
      expect(leftOut.count).toBe(all.length - chosen.length);
      expect(leftOut.names.length).toBe(Math.min(10, leftOut.count));
      // The order in which they were found changes nothing.
      const again = chooseSeries([...all].reverse(), most).chosen.map(({ key }) => key);
      expect(again).toEqual(chosen.map(({ key }) => key));
    }),
  );
});

it('lets the most urgent series stand for the rule', () => {
  const series = (['normal', 'pending', 'firing', 'recovering'] as const).map((phase, since) => ({
    phase,
    state: { phase, since },
  }));
  expect(worstSeries(series)?.phase).toBe('firing');
  expect(worstSeries([])).toBeNull();
});
