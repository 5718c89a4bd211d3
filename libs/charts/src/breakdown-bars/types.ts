import type { BreakdownDimension, CountingUnit, Estimate } from '@timbre/contracts';

/** What is ranked: outlets, languages, topics, entities, aspects or speakers alike. */
export interface RankedRow {
  key: string;
  name: string;
  n: number;
  net: Estimate;
  previousNet?: number | null;
}

export interface BreakdownInput {
  rows: readonly RankedRow[];
  dimension: BreakdownDimension | 'aspect' | 'speaker';
  unit: CountingUnit;
  /** Longest list drawn; the table keeps all. */
  most?: number;
}
