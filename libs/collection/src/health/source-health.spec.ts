import { describe, expect, it } from 'vitest';
import { type HealthFacts, sourceHealth } from './source-health.js';

const now = new Date('2026-03-10T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const well: HealthFacts = {
  now,
  enabled: true,
  retired: false,
  visited: true,
  lastAttempt: daysAgo(0.01),
  lastSuccess: daysAgo(0.01),
  lastNewEntry: daysAgo(0.2),
  failures: 0,
  lastError: null,
  articles: 100,
  entriesPerDay: 4,
  failedShare: 0,
};

describe('sourceHealth', () => {
  it.each([
    ['healthy', {}],
    ['new', { lastAttempt: null, lastSuccess: null, lastNewEntry: null }],
    ['paused', { enabled: false, failures: 9 }],
    ['retired', { retired: true }],
    ['degraded', { failures: 1, lastError: { message: 'timed out' } }],
    ['broken', { failures: 3, lastError: { message: 'timed out' } }],
    ['broken', { failures: 1, lastSuccess: null }],
    ['degraded', { failedShare: 0.8 }],
    ['quiet', { lastNewEntry: daysAgo(9) }],
    ['quiet', { lastNewEntry: null }],
  ] as const)('says %s of %o', (expected, facts) => {
    expect(sourceHealth({ ...well, ...facts }).health).toBe(expected);
  });

  it('judges silence by the source’s own rhythm: a weekly letter is not quiet after ten days', () => {
    expect(sourceHealth({ ...well, entriesPerDay: 1 / 7, lastNewEntry: daysAgo(10) }).health).toBe('healthy');
    expect(sourceHealth({ ...well, entriesPerDay: 1 / 7, lastNewEntry: daysAgo(40) }).health).toBe('quiet');
  });

  it('does not call a file silent that gave its articles', () => {
    const file = {
      ...well,
      visited: false,
      lastAttempt: null,
      lastSuccess: null,
      lastNewEntry: null,
      entriesPerDay: null,
    };
    expect(sourceHealth(file).health).toBe('healthy');
    expect(sourceHealth({ ...file, articles: 0 }).health).toBe('quiet');
  });

  it('passes the cause on', () => {
    expect(sourceHealth({ ...well, failures: 5, lastError: { message: 'The certificate has expired.' } }).reason).toBe(
      'The certificate has expired.',
    );
  });
});
