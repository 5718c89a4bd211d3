import type { ForecastIndex, ForecastRow } from '@timbre/contracts';

export interface ForecastInput {
  rows: readonly ForecastRow[];
  /** Null where claims about several subjects stand together: they have no common median. */
  index: ForecastIndex | null;
  /** The day that counts as today, ISO. */
  now: string;
}

/** One claim on the plane "said on" × "predicted for". */
export interface ForecastMark {
  row: number;
  /** Milliseconds UTC. */
  said: number;
  /** Decimal years. */
  from: number;
  to: number;
  /** The end is open, or beyond the axis. */
  openTop: boolean;
  denial: boolean;
}

/** The same speaker moved the date: from one claim (or what it names as previous) to the next. */
export interface RevisionArrow {
  row: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface ForecastPlot {
  marks: ForecastMark[];
  arrows: RevisionArrow[];
  saidFrom: number;
  saidTo: number;
  yearFrom: number;
  yearTo: number;
  /** Whole years between labels; both ends lie on a label. */
  yearStep: number;
  /** Claims that lie wholly above the axis. */
  beyond: number;
}
