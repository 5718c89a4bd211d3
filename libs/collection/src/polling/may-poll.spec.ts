import { expect, it } from 'vitest';
import { mayPoll } from './may-poll.js';

const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-01T12:10:00Z');
const source = { enabled: true, retiredAt: null, nextAttempt: later };
const due = later.toISOString();

it('polls what the schedule took, once', () => {
  expect(mayPoll(source, { due }, now)).toBe(true);
  const polledSince = { ...source, nextAttempt: new Date('2026-03-01T18:00:00Z') };
  expect(mayPoll(polledSince, { due }, now)).toBe(false);
});

it('polls a new source at once, and none before its time', () => {
  expect(mayPoll({ ...source, nextAttempt: null }, {}, now)).toBe(true);
  expect(mayPoll(source, {}, now)).toBe(false);
  expect(mayPoll(source, {}, later)).toBe(true);
});

it('obeys a person, also for a retired source, not for one switched off', () => {
  expect(mayPoll(source, { forced: true }, now)).toBe(true);
  expect(mayPoll({ ...source, retiredAt: now }, { forced: true }, now)).toBe(true);
  expect(mayPoll({ ...source, retiredAt: now, nextAttempt: null }, {}, now)).toBe(false);
  expect(mayPoll({ ...source, enabled: false }, { forced: true }, now)).toBe(false);
});
