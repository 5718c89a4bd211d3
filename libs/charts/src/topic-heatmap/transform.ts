import { FEW } from '../drawing/small-sample.js';
import type { HeatmapInput } from './types.js';

export interface HeatCell {
  /** Column, row, net sentiment, n. */
  value: [number, number, number, number];
  few: boolean;
}

/** Cells that hold something; empty ones stay blank, so that silence does not look neutral. */
export function heatCells(input: HeatmapInput): HeatCell[] {
  return input.heatmap.rows.flatMap((row, y) =>
    row.net.flatMap((net, x): HeatCell[] => {
      const n = row.n[x] ?? 0;
      return net === null || n === 0 ? [] : [{ value: [x, y, net, n], few: n < FEW }];
    }),
  );
}
