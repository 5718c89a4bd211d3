import { describe, expect, it } from 'vitest';
import type { SourceEntity } from '../sources/source.entity.js';
import { pollOutcome, type Visit } from './poll-outcome.js';

const now = new Date('2026-03-01T12:00:00Z');
const lastSuccess = new Date('2026-03-01T09:00:00Z');
const source = { intervalSeconds: 600, failures: 0, lastSuccess, createdAt: new Date('2026-01-01') } as SourceEntity;
const error = { code: 'egress.timeout', message: 'The server did not answer in time.', at: now.toISOString() };
const failed: Visit = { kind: 'failed', notBefore: null, error };

describe('pollOutcome', () => {
  it('opens a gap with the second failure, from the last success on', () => {
    expect(pollOutcome(source, failed, now, 0.5, null).gap).toBeNull();
    expect(pollOutcome({ ...source, failures: 1 }, failed, now, 0.5, null).gap).toEqual({
      open: lastSuccess,
      cause: error.message,
    });
  });

  it('closes it and forgets the error with the first success', () => {
    const outcome = pollOutcome(
      { ...source, failures: 7 },
      { kind: 'unchanged', notBefore: null, movedTo: null },
      now,
      0.5,
      null,
    );
    expect(outcome.gap).toBe('close');
    expect(outcome.changes).toMatchObject({ failures: 0, lastError: null, lastSuccess: now });
  });

  it('retires a source that is gone, at once', () => {
    expect(pollOutcome(source, { kind: 'gone', error }, now, 0.5, null).changes).toMatchObject({ retiredAt: now });
  });

  it('keeps validators only from what was read, and adopts a permanent move', () => {
    const read: Visit = {
      kind: 'read',
      notBefore: null,
      movedTo: 'https://b.example/feed',
      etag: '"1"',
      lastModified: null,
      newEntries: 0,
    };
    expect(pollOutcome(source, read, now, 0.5, null).changes).toMatchObject({
      etag: '"1"',
      url: 'https://b.example/feed',
    });
    expect(pollOutcome(source, read, now, 0.5, null).changes).not.toHaveProperty('lastNewEntry');
  });

  it('does not carry a source’s headers to another host', () => {
    const moved = (movedTo: string) =>
      pollOutcome(
        { ...source, url: 'https://a.example/feed' },
        { kind: 'unchanged', notBefore: null, movedTo },
        now,
        0.5,
        null,
      ).changes;
    expect(moved('https://b.example/feed')).toMatchObject({ sealedHeaders: null });
    expect(moved('https://a.example/new')).not.toHaveProperty('sealedHeaders');
  });
});
