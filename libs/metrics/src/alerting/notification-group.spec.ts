import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blindShare } from './blind-share.js';
import type { GroupedAlert } from './grouped-alert.js';
import {
  addToGroup,
  emptyGroup,
  flushGroup,
  forgetResolved,
  type NotificationGroup,
  recordTold,
} from './notification-group.js';

const timings = { wait: 10, interval: 50, repeat: 1_000 };
const receiver = { id: 'desk', sendResolved: true };

function alertOf(key: string, startsAt: number, endsAt: number | null, updatedAt: number): GroupedAlert {
  return { key, labels: {}, annotations: {}, startsAt, endsAt, timesOut: false, updatedAt };
}

it('tells of every alert that fires long enough, keeps its distance, and tells nothing twice', () => {
  const reports = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), elapsed: fc.integer({ min: 1, max: 90 }), ends: fc.boolean() }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(reports, (list) => {
      let group: NotificationGroup = emptyGroup;
      let now = 0;
      const told: { at: number; state: string }[] = [];
      const flushUntil = (end: number): void => {
        while (group.nextFlush !== null && group.nextFlush <= end) {
          const at = group.nextFlush;
          const flushed = flushGroup(group, at, timings, { muted: () => false, receivers: [receiver] });
          group = flushed.group;
          for (const due of flushed.due) {
            group = recordTold(group, due);
            told.push({ at, state: JSON.stringify(due.record.firing) + JSON.stringify(due.record.resolved) });
          }
          group = forgetResolved(group, at);
        }
      };
      const open = new Map<string, number>();
      for (const { key, elapsed, ends } of list) {
        flushUntil(now + elapsed);
        now += elapsed;
        const startsAt = open.get(key) ?? now;
        if (ends && !open.has(key)) continue;
        if (ends) open.delete(key);
        else open.set(key, startsAt);
        group = addToGroup(group, alertOf(`${key}${startsAt}`, startsAt, ends ? now : null, now), now, timings);
      }
      flushUntil(now + 200);
      const last = group.told['desk'];
      for (const [key, startsAt] of open) expect(last?.firing).toContain(`${key}${startsAt}`);
      expect(last?.firing ?? []).toHaveLength(open.size);
      for (const [index, { at, state }] of told.entries()) {
        const before = told[index - 1];
        if (before === undefined) continue;
        expect(at - before.at).toBeGreaterThanOrEqual(timings.wait);
        if (at - before.at < timings.repeat) expect(state).not.toBe(before.state);
      }
    }),
  );
});

it('counts sources as blind that are down now or were through a good part of the window', () => {
  const window = { from: 0, to: 100 };
  const sources = new Set(['a', 'b', 'c', 'd']);
  const share = (...gaps: Parameters<typeof blindShare>[0]): number => blindShare(gaps, window, sources);
  expect(share()).toBe(0);
  expect(share({ from: 95, to: null, sourceId: 'a' })).toBe(0.25);
  expect(share({ from: 10, to: 20, sourceId: 'a' })).toBe(0);
  expect(share({ from: 10, to: 50, sourceId: 'a' }, { from: 10, to: 50, sourceId: 'z' })).toBe(0.25);
  expect(share({ from: 50, to: null, sourceId: null })).toBe(1);
});
