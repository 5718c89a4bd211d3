import { describe, expect, it } from 'vitest';
import { serverPatience } from './server-patience.js';

const now = new Date('2026-03-01T10:30:00Z');
const minutes = (at: Date | null) => (at === null ? null : (at.getTime() - now.getTime()) / 60_000);

describe('serverPatience', () => {
  it('is silent when the server is', () => {
    expect(serverPatience({ now, headers: {}, status: 200 })).toBeNull();
  });

  it('obeys Retry-After as seconds and as a date', () => {
    expect(minutes(serverPatience({ now, headers: { 'retry-after': '1200' }, status: 429 }))).toBe(20);
    expect(
      minutes(serverPatience({ now, headers: { 'retry-after': 'Sun, 01 Mar 2026 11:30:00 GMT' }, status: 503 })),
    ).toBe(60);
  });

  it('takes the longest of max-age and ttl', () => {
    expect(
      minutes(
        serverPatience({ now, headers: { 'cache-control': 'public, max-age=600' }, status: 200, ttlMinutes: 45 }),
      ),
    ).toBe(45);
  });

  it('measures Expires against the server’s own clock', () => {
    const headers = { date: 'Sun, 01 Mar 2020 00:00:00 GMT', expires: 'Sun, 01 Mar 2020 00:30:00 GMT' };
    expect(minutes(serverPatience({ now, headers, status: 200 }))).toBe(30);
  });

  it('steps over hours that the feed asks to skip', () => {
    expect(serverPatience({ now, headers: {}, status: 200, skipHours: [10, 11] })?.toISOString()).toBe(
      '2026-03-01T12:00:00.000Z',
    );
  });

  it('is not silenced for years by a typo', () => {
    expect(minutes(serverPatience({ now, headers: { 'retry-after': '999999999' }, status: 503 }))).toBe(7 * 24 * 60);
  });
});
