import type { ChartTable } from '@timbre/charts';
import type { ReportLocale } from '@timbre/contracts';
import type { Sentence } from '../narrative/figure-links.js';

export interface Tile {
  label: string;
  value: string;
  note: string;
  tone: 'positive' | 'negative' | 'plain';
}

/** A story, quote or forecast: words, and the source that stands behind them. */
export interface SourcedItem {
  heading: string;
  /** Who, when, how it counts; one line. */
  about: string;
  /** The words themselves, where there are some. */
  words: string | null;
  /** Number of the source's footnote, from 1. */
  note: number;
}

export type DrawnPart =
  | { kind: 'markdown'; markdown: string }
  | { kind: 'sentences'; sentences: Sentence[] }
  | { kind: 'tiles'; tiles: Tile[] }
  | { kind: 'figure'; svg: string; width: number; height: number; describe: string; foot: string; table: ChartTable }
  | { kind: 'table'; table: ChartTable; foot: string }
  | { kind: 'items'; items: SourcedItem[]; foot: string }
  /** Says that there is nothing to show, and why. */
  | { kind: 'nothing'; reason: string }
  | { kind: 'facts'; facts: { name: string; value: string }[]; sentences: string[] };

export interface DrawnBlock {
  id: string;
  title: string | null;
  part: DrawnPart;
}

/** A footnote: where something was published. */
export interface SourceNote {
  title: string;
  sourceName: string;
  url: string | null;
  published: string;
}

/** A report with all its numbers and pictures: every output is a function of it. */
export interface DrawnReport {
  name: string;
  locale: ReportLocale;
  /** Lines of the cover: what was asked, in which zone, with which analysis. */
  cover: { name: string; value: string }[];
  made: Date;
  /** SHA-256 over all numbers and words, hex. */
  dataHash: string;
  /** Whether any coverage fell into it. */
  empty: boolean;
  sample: boolean;
  blocks: DrawnBlock[];
  notes: SourceNote[];
  tz: string;
}
