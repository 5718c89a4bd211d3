import type { ReactNode } from 'react';
import type { ResolvedFilter } from '../../filter/use-filter.js';

/** What every kind of tile is given. */
export interface TileFrame {
  title: string;
  /** Height of the whole tile in CSS pixels. */
  height: number;
  /** Controls beside the title. */
  extra: ReactNode;
  resolved: ResolvedFilter;
}

/** Head, foot line and padding of a card around its chart, in CSS pixels. */
const AROUND_CHART = 128;
const LEAST_CHART = 120;

/** Height that is left for the drawing. */
export const chartHeight = (height: number): number => Math.max(LEAST_CHART, height - AROUND_CHART);
