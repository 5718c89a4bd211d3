import type { CountingUnit, SentimentLabel } from '@timbre/contracts';
import { en } from './chart-words.en.js';
import { zh } from './chart-words.zh.js';
import type { ChartLocale } from './format.js';

/** Everything that charts say in words. Values arrive formatted; the words only put them in order. */
export interface ChartWords {
  label: Record<SentimentLabel, string>;
  netSentiment: string;
  date: string;
  low: string;
  high: string;
  count: (unit: CountingUnit) => string;
  counted: (n: string, unit: CountingUnit, one: boolean) => string;
  between: (value: string, low: string, high: string) => string;
  nothingMeasured: string;
  fewMeasured: string;
  before: string;
  share: string;
  name: string;
  zoomed: (bound: string) => string;
  outage: string;
  analysisVersion: (version: string) => string;
  median: string;
  band: string;
  now: string;
  saidOn: string;
  speaker: string;
  subject: string;
  predictedFrom: string;
  predictedTo: string;
  open: string;
  kind: Record<'arrival' | 'release' | 'denial' | 'revision', string>;
  kindHeading: string;
  hedge: Record<'possible' | 'likely' | 'certain', string>;
  hedgeHeading: string;
  someone: string;
  words: string;
  source: string;
  saidAxis: string;
  predictedAxis: string;
  outOfView: (count: string) => string;
  word: string;
  contribution: string;
  usedBefore: string;
  usedAfter: string;
  tone: string;
  firstPrint: string;
  describe: {
    series: (names: string, from: string, to: string) => string;
    seriesEnd: (name: string, first: string, last: string, lowest: string, highest: string) => string;
    volume: (total: string, from: string, to: string, peak: string, peakDate: string) => string;
    heatmap: (rows: string, from: string, to: string) => string;
    strongest: (name: string, date: string, value: string) => string;
    ranking: (count: string, best: string, worst: string) => string;
    forecasts: (count: string, speakers: string) => string;
    forecastMedian: (first: string, last: string) => string;
    sparkline: (first: string, last: string) => string;
    share: (leader: string, share: string) => string;
    shift: (up: string, down: string) => string;
    spread: (prints: string, sources: string, from: string, to: string) => string;
    gaps: (count: string) => string;
    nothing: string;
  };
}

const byLocale: Record<ChartLocale, ChartWords> = { en, 'zh-CN': zh };
export function chartWords(locale: ChartLocale): ChartWords {
  return byLocale[locale];
}
