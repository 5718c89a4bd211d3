import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentEvents } from './recent-events.js';

it('tells exactly what came after an id, or that it cannot know', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), fc.nat(29), (count, capacity, at) => {
      const recent = new RecentEvents('run', capacity);
      const ids = Array.from(
        { length: count },
        (_, version) => recent.add({ type: 'catalogue.changed', data: { version } }).id,
      );
      const id = ids[at];
      if (id === undefined) return;
      const missed = recent.since(id);
      const expected = ids.slice(at + 1);
      expect(missed === null ? null : missed.map((event) => event.id)).toEqual(
        expected.length > capacity ? null : expected,
      );
    }),
  );
});

it.each(['', 'other-3', 'run-', 'run-99', 'run-x', '3'])('does not know "%s"', (id) => {
  const recent = new RecentEvents('run');
  recent.add({ type: 'settings.changed', data: {} });
  expect(recent.since(id)).toSatisfy((missed: unknown) => missed === null || (id === 'run-' && Array.isArray(missed)));
});
