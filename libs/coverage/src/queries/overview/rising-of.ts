import type { BreakdownRow, OverviewResponse } from '@timbre/contracts';
import { volumeChange } from './surprise.js';

const mostRising = 12;

/** Entities that are named more often than in the period before, most surprising first. */
export function risingOf(rows: readonly BreakdownRow[]): OverviewResponse['risingEntities'] {
  return rows
    .map((row) => ({ ...row, z: volumeChange(row.previousN ?? 0, row.n) }))
    .filter(({ z, n }) => z > 0 && n >= 2)
    .sort((a, b) => b.z - a.z)
    .slice(0, mostRising);
}
