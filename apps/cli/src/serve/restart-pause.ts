/** A process that ran this long counts as healthy again. */
const healthyMs = 60_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** How long to wait before a crashed process is started again: doubling while it keeps crashing. */
export class RestartPause {
  private crashes = 0;

  /** @param ranMs - how long the process ran before it crashed. */
  next(ranMs: number): number {
    this.crashes = ranMs >= healthyMs ? 1 : this.crashes + 1;
    return Math.min(firstPauseMs * 2 ** (this.crashes - 1), longestPauseMs);
  }
}
