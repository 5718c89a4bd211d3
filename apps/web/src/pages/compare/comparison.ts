import type { BreakdownRow, CoverageSeries, Estimate, TargetRef } from '@timbre/contracts';
import { difference, netSentiment, shareOfVoice, type Difference } from '@timbre/metrics';

export interface ComparedTarget {
  target: TargetRef;
  name: string;
  n: number;
  /** Of the mentions of all that are compared. */
  share: number;
  net: Estimate;
  /** Against the first target; null for the first itself. */
  difference: Difference | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Totals of a line from its buckets, for targets too small to have a row in the breakdown. */
function ofSeries(series: CoverageSeries): { n: number; net: Estimate } {
  const counts = {
    positive: sum(series.positive),
    neutral: sum(series.neutral),
    negative: sum(series.negative),
  };
  return { n: sum(series.n), net: netSentiment(counts) };
}

/**
 * Targets side by side, in the order asked for; the first is what the others are held against.
 * @param rows breakdowns by topic and entity, where there are some
 */
export function comparison(series: readonly CoverageSeries[], rows: readonly BreakdownRow[]): ComparedTarget[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const totals = series.map((line) => byKey.get(line.target) ?? ofSeries(line));
  const shares = shareOfVoice(totals.map(({ n }) => n));
  const first = totals[0]?.net;
  return series.map(({ target, name }, index) => {
    const { n, net } = totals[index] ?? { n: 0, net: netSentiment({ positive: 0, neutral: 0, negative: 0 }) };
    return {
      target,
      name,
      n,
      share: shares[index] ?? 0,
      net,
      difference: index === 0 || !first ? null : difference(first, net),
    };
  });
}
