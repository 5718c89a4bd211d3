/**
 * A time limit that can stand still: `signal` aborts once the running parts add up to the limit. Waiting for one's
 * turn at a busy host is not the host's slowness.
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
    this.timer = setTimeout(() => this.controller.abort(), Math.max(1, this.left));
  }

  pause(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.left -= performance.now() - this.since;
  }
}
