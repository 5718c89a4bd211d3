import type { AlertSeries } from '@timbre/contracts';
import { polarisation } from '@timbre/metrics';

/** Counts of the rule's first target per bucket, and of all its targets together; `t` are bucket starts in ms. */
export interface BucketCounts {
  t: number[];
  n: number[];
  positive: number[];
  negative: number[];
  all: number[];
}

interface WindowCounts {
  n: number;
  positive: number;
  negative: number;
  all: number;
}

/** Sums over any window in constant time. */
export class BucketSums {
  private readonly sums: Record<keyof WindowCounts, Float64Array>;

  constructor(private readonly counts: BucketCounts) {
    const prefix = (column: readonly number[]): Float64Array => {
      const sums = new Float64Array(column.length + 1);
      for (const [index, value] of column.entries()) sums[index + 1] = (sums[index] ?? 0) + value;
      return sums;
    };
    this.sums = {
      n: prefix(counts.n),
      positive: prefix(counts.positive),
      negative: prefix(counts.negative),
      all: prefix(counts.all),
    };
  }

  /** Counts of the buckets that begin in `[from, to)`; null where the window begins before the first bucket. */
  within(from: number, to: number): WindowCounts | null {
    const first = this.counts.t[0];
    if (first === undefined || from < first) return null;
    const [low, high] = [this.indexOf(from), this.indexOf(to)];
    const sum = (key: keyof WindowCounts): number => (this.sums[key][high] ?? 0) - (this.sums[key][low] ?? 0);
    return { n: sum('n'), positive: sum('positive'), negative: sum('negative'), all: sum('all') };
  }

  /** Begin of the last bucket before a moment that has articles. */
  lastWithArticles(before: number): number | null {
    for (let index = this.indexOf(before) - 1; index >= 0; index -= 1) {
      if ((this.counts.n[index] ?? 0) > 0) return this.counts.t[index] ?? null;
    }
    return null;
  }

  /** Number of buckets that begin before a moment. */
  private indexOf(moment: number): number {
    let [low, high] = [0, this.counts.t.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.counts.t[middle] ?? Infinity) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The value of a counting series over a window; null where nothing can be measured. */
export function valueOf(series: AlertSeries, { n, positive, negative, all }: WindowCounts): number | null {
  if (series === 'volume') return n;
  if (series === 'share-of-voice') return all > 0 ? n / all : null;
  if (n === 0) return null;
  if (series === 'net') return (positive - negative) / n;
  if (series === 'negative-share') return negative / n;
  if (series === 'polarisation') return polarisation({ positive, negative, neutral: n - positive - negative });
  return null;
}
