import { describe, expect, it } from 'vitest';
import { wallClock } from './wall-clock.js';

describe('wallClock', () => {
  it('puts local midnights on UTC midnights, also across a change of summer time', () => {
    const berlin = wallClock('Europe/Berlin');
    for (const instant of [
      '2024-03-30T23:00:00Z',
      '2024-03-31T22:00:00Z',
      '2024-10-26T22:00:00Z',
      '2024-10-27T23:00:00Z',
    ])
      expect(berlin(instant) % 86_400_000).toBe(0);
    expect(berlin('2024-03-31T00:59:00Z')).toBe(Date.UTC(2024, 2, 31, 1, 59));
    expect(berlin('2024-03-31T01:00:00Z')).toBe(Date.UTC(2024, 2, 31, 3, 0));
  });

  it('knows zones with odd offsets', () => {
    expect(wallClock('Asia/Kathmandu')('2024-01-01T00:00:00Z')).toBe(Date.UTC(2024, 0, 1, 5, 45));
  });
});
