import { Injectable } from '@nestjs/common';
import {
  type Inventory,
  type RollupDifference,
  RollupVerificationRepository,
} from './rollup-verification.repository.js';

export interface RollupVerification {
  ok: boolean;
  /** Zone in which the day roll-ups are cut. */
  zone: string;
  /** The first differences of each table. */
  differences: RollupDifference[];
  inventory: Inventory;
}

/** Proves that every number on a dashboard is the sum of what was read, or shows where it is not. */
@Injectable()
export class RollupVerifier {
  constructor(private readonly repository: RollupVerificationRepository) {}

  /** Recomputes all roll-ups from mentions in one snapshot and compares; readers and writers go on meanwhile. */
  async verify(most = 20): Promise<RollupVerification> {
    const found = await this.repository.differences(most);
    return { ok: found.differences.length === 0, ...found };
  }

  /** Makes the roll-ups anew from mentions, in the given reporting zone. */
  rebuild(zone: string): Promise<void> {
    return this.repository.rebuild(zone);
  }
}
