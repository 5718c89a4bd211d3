import type { CoverageSeries, Provenance } from '@timbre/contracts';

/** An event that a person or an alert pinned to a moment. */
export interface Annotation {
  at: string;
  text: string;
  kind: 'event' | 'alert';
}

export interface NetSentimentInput {
  series: readonly CoverageSeries[];
  provenance: Provenance;
  annotations?: readonly Annotation[];
}

/** [wall clock ms, net, low, high, n, index of the bucket in the series] */
export type NetPoint = [number, number | null, number | null, number | null, number, number];

export interface NetLine {
  id: string;
  name: string;
  points: NetPoint[];
}

export interface NetPlot {
  lines: NetLine[];
  /** Total n per bucket over all lines, as [wall clock ms, n]. */
  counts: [number, number][];
  from: number;
  to: number;
  /** The axis shows −bound…+bound. */
  bound: number;
}
