import { expect, it } from 'vitest';
import { RestartPause } from './restart-pause.js';

it('doubles up to half a minute while the process keeps crashing, and forgets after a healthy run', () => {
  const pause = new RestartPause();
  const pauses = Array.from({ length: 10 }, () => pause.next(100));
  expect(pauses.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
  expect(Math.max(...pauses)).toBe(30_000);
  expect(pause.next(120_000)).toBe(500);
});
