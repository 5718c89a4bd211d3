import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quietUntil } from './quiet-until.js';

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Asia/Kathmandu'];
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);

it('ends at the first moment that is not quiet, also when clocks change', () => {
  const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
  fc.assert(
    fc.property(at, clock, clock, fc.constantFrom(...zones), (now, from, to, tz) => {
      const end = quietUntil(now, { from, to, tz });
      if (end === null) return;
      expect(end).toBeGreaterThan(now);
      expect(end - now).toBeLessThanOrEqual(25 * 3_600_000);
      expect(quietUntil(end, { from, to, tz })).toBeNull();
      expect(quietUntil(end - 60_000, { from, to, tz })).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

it('keeps the night quiet over the changes of New York and Lord Howe', () => {
  const night = { from: '22:00', to: '07:00' };
  // 8 March 2026: 02:00 is skipped; 07:00 is 11:00 UTC.
  const newYork = quietUntil(Date.parse('2026-03-08T04:00:00Z'), { ...night, tz: 'America/New_York' });
  expect(new Date(newYork ?? 0).toISOString()).toBe('2026-03-08T11:00:00.000Z');
  // 4 October 2026: half an hour is skipped; 07:00 is 20:00 UTC of the day before.
  const lordHowe = quietUntil(Date.parse('2026-10-03T14:00:00Z'), { ...night, tz: 'Australia/Lord_Howe' });
  expect(new Date(lordHowe ?? 0).toISOString()).toBe('2026-10-03T20:00:00.000Z');
  expect(quietUntil(Date.parse('2026-06-01T12:00:00Z'), { ...night, tz: 'UTC' })).toBeNull();
});
