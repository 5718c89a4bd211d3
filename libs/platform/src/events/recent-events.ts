import type { AppEvent } from '@timbre/contracts';

/** One event with the id that browsers send back as Last-Event-ID. */
export interface NumberedEvent {
  id: string;
  event: AppEvent;
}

/**
 * The last events of this process, so that a browser whose connection broke misses nothing. Ids are
 * `<run>-<number>`: another process, or this one after a restart, recognises that it cannot fill the gap.
 */
export class RecentEvents {
  private readonly kept: NumberedEvent[] = [];
  private last = 0;

  constructor(
    private readonly run: string,
    private readonly capacity = 500,
  ) {}

  add(event: AppEvent): NumberedEvent {
    const numbered = { id: `${this.run}-${(this.last += 1)}`, event };
    this.kept.push(numbered);
    if (this.kept.length > this.capacity) this.kept.shift();
    return numbered;
  }

  /** What came after the id; null when that cannot be known and the browser must look at everything again. */
  since(id: string): NumberedEvent[] | null {
    const dash = id.lastIndexOf('-');
    const number = Number(id.slice(dash + 1));
    if (id.slice(0, dash) !== this.run || !Number.isInteger(number) || number > this.last) return null;
    const first = this.last - this.kept.length + 1;
    return number + 1 < first ? null : this.kept.slice(number + 1 - first);
  }
}
