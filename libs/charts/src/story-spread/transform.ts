import { wallClock } from '../time/wall-clock.js';
import type { SpreadInput, SpreadPrint } from './types.js';

const HOUR = 3_600_000;

/** A mark of the drawing: wall clock ms, score, and the print it stands for. */
export interface SpreadMark {
  time: number;
  score: number;
  print: SpreadPrint;
}

/** Where the marks stand, and the stretch of time around them: never less than an hour, so that one print has an axis. */
export function spreadPlot({ prints }: SpreadInput, tz: string): { marks: SpreadMark[]; from: number; to: number } {
  const clock = wallClock(tz);
  const marks = prints.map((print) => ({ time: clock(print.published), score: print.score ?? 0, print }));
  const times = marks.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max(HOUR / 2, (last - first) * 0.04);
  return { marks, from: first - margin, to: last + margin };
}
