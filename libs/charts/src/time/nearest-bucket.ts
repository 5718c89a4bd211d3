import { wallClock } from './wall-clock.js';

/** Index of the bucket whose start is nearest to a position of the time axis (wall clock, ms); −1 where there is none. */
export function nearestBucket(starts: readonly string[], at: number, tz: string): number {
  const clock = wallClock(tz);
  let nearest = -1;
  let distance = Number.POSITIVE_INFINITY;
  starts.forEach((start, index) => {
    const away = Math.abs(clock(start) - at);
    if (away < distance) {
      distance = away;
      nearest = index;
    }
  });
  return nearest;
}
