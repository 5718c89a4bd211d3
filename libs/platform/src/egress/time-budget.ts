/** How often time is charged, in milliseconds. */
const tickMs = 100;
/** Most that one tick is charged: what is beyond, this process did not listen. */
const mostPerTickMs = 2 * tickMs;

/**
 * A time limit that can stand still: `signal` aborts once the running parts add up to the limit. Neither waiting for
 * one's turn at a busy host is the host's slowness, nor that of this process when something else kept it busy.
 */
export class TimeBudget {
  private readonly controller = new AbortController();
  private left: number;
  private since = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param limitMs - must be more than 0 */
  constructor(limitMs: number) {
    this.left = limitMs;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get isSpent(): boolean {
    return this.controller.signal.aborted;
  }

  run(): void {
    if (this.timer !== undefined || this.isSpent) return;
    this.since = performance.now();
    this.wait();
  }

  pause(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.charge();
  }

  private wait(): void {
    this.timer = setTimeout(() => this.tick(), Math.max(1, Math.min(tickMs, this.left)));
  }

  private tick(): void {
    this.charge();
    if (this.left > 0) return this.wait();
    this.timer = undefined;
    this.controller.abort();
  }

  private charge(): void {
    const now = performance.now();
    this.left -= Math.min(now - this.since, mostPerTickMs);
    this.since = now;
  }
}
