import type { BreakdownRow, Estimate, Source } from '@timbre/contracts';
import { difference, netSentiment, type Difference, type LabelCounts } from '@timbre/metrics';

export interface OutletRow extends BreakdownRow {
  /** Null where the source has been removed since. */
  source: Source | null;
  /** Net sentiment minus that of all other outlets together. */
  againstOthers: Difference;
}

export interface OutletRanking {
  overall: Estimate;
  rows: OutletRow[];
}

/**
 * Outlets with their distance from the common tone. An outlet is part of the whole, so it is held against the others:
 * only samples without a common part have a difference whose interval is right.
 */
export function outletRanking(rows: readonly BreakdownRow[], sources: readonly Source[]): OutletRanking {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const whole = rows.reduce<LabelCounts>((sum, row) => combined(sum, row, 1), { positive: 0, neutral: 0, negative: 0 });
  return {
    overall: netSentiment(whole),
    rows: rows.map((row) => ({
      ...row,
      source: byId.get(row.key) ?? null,
      againstOthers: difference(netSentiment(combined(whole, row, -1)), netSentiment(row)),
    })),
  };
}

function combined(left: LabelCounts, right: LabelCounts, sign: 1 | -1): LabelCounts {
  return {
    positive: left.positive + sign * right.positive,
    neutral: left.neutral + sign * right.neutral,
    negative: left.negative + sign * right.negative,
  };
}
