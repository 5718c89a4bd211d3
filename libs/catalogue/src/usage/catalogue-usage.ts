import { Injectable } from '@nestjs/common';
import type { TargetRef } from '@timbre/contracts';

/** Tells how many articles mention each target. */
type UsageCounter = () => Promise<ReadonlyMap<TargetRef, number>>;

/** Coverage counts mentions and registers here; the catalogue shows the counts but cannot import coverage. */
@Injectable()
export class CatalogueUsage {
  private counter: UsageCounter | undefined;

  countWith(counter: UsageCounter): void {
    this.counter = counter;
  }

  /** Empty where nothing counts, e.g. in a process without coverage. */
  async counts(): Promise<ReadonlyMap<TargetRef, number>> {
    return (await this.counter?.()) ?? new Map<TargetRef, number>();
  }
}
