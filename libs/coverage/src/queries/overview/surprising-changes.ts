import type { BreakdownRow } from '@timbre/contracts';
import { netOf } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import { netChange, volumeChange } from './surprise.js';

const mostChanges = 5;
/** Below this many mentions in both periods a change says nothing. */
const leastMentions = 5;
/** Standard deviations. */
const leastSurprise = 1;

export interface RankedChange {
  row: BreakdownRow;
  /** The target in the compared period. */
  past: Measure;
  measure: 'net' | 'volume';
  z: number;
  before: number | null;
  after: number | null;
}

/** The targets that changed most surprisingly, in tone or in volume, whichever says more. */
export function surprisingChanges(rows: readonly BreakdownRow[], before: ReadonlyMap<string, Measure>): RankedChange[] {
  return rows
    .filter(({ n, previousN }) => n + (previousN ?? 0) >= leastMentions)
    .flatMap((row): RankedChange[] => {
      const past = before.get(row.key);
      if (past === undefined) return [];
      const net = netChange(netOf(past), row.net);
      const volume = volumeChange(past.n, row.n);
      return Math.abs(net) >= Math.abs(volume)
        ? [{ row, past, measure: 'net', z: net, before: row.previousNet, after: row.net.value }]
        : [{ row, past, measure: 'volume', z: volume, before: past.n, after: row.n }];
    })
    .filter(({ z }) => Math.abs(z) >= leastSurprise)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
    .slice(0, mostChanges);
}
