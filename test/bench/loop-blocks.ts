import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const tickMs = 5;

export interface LoopBlocks {
  /** Longest time between two turns of the event loop, by the clock, in ms. */
  longestMs: number;
  /** The most processor time that this thread spent between two turns: what it blocked itself, others' work aside. */
  longestOwnMs: number;
}

/** Watches the event loop of this thread until the answer is asked for. Linux only: it reads the scheduler's account. */
export function watchLoop(): () => LoopBlocks {
  const delays = monitorEventLoopDelay({ resolution: tickMs });
  let longestOwnMs = 0;
  let before = onProcessorMs();
  const timer = setInterval(() => {
    const now = onProcessorMs();
    longestOwnMs = Math.max(longestOwnMs, now - before);
    before = now;
  }, tickMs);
  delays.enable();
  return () => {
    clearInterval(timer);
    delays.disable();
    return { longestMs: Math.max(0, delays.max / 1e6 - tickMs), longestOwnMs };
  };
}

/** Time that the main thread was on a processor since it began. */
function onProcessorMs(): number {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
