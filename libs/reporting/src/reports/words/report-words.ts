import type { BreakdownDimension, Forecast, ReportChart, ReportLocale } from '@timbre/contracts';
import { reportWordsEn } from './report-words.en.js';
import { reportWordsZh } from './report-words.zh.js';

/** Everything that a report says by itself. Numbers and names come ready formatted. */
export interface ReportWords {
  contents: string;
  sources: string;
  period: string;
  timeZone: string;
  subjects: string;
  everything: string;
  counted: string;
  unit: { articles: string; stories: string };
  analysis: string;
  dataHash: string;
  made: string;
  sample: string;
  page: string;
  nothing: string;
  noVersion: string;
  chart: Record<ReportChart, string>;
  block: { narrative: string; tiles: string; stories: string; quotes: string; forecasts: string; method: string };
  by: Record<BreakdownDimension, string>;
  columns: { name: string; n: string; net: string; low: string; high: string; before: string; share: string };
  tiles: {
    volume: string;
    net: string;
    polarisation: string;
    outlets: string;
    before(value: string): string;
    interval(low: string, high: string, n: string): string;
    polarisationNote: string;
    articles(n: string): string;
  };
  foot(n: string, sources: string): string;
  someone: string;
  unknownSubject: string;
  storyAbout(source: string, day: string, articles: string, score: string): string;
  quoteAbout(source: string, day: string, direct: boolean): string;
  forecast: Record<Forecast['kind'], string>;
  hedge: Record<Forecast['hedge'], string>;
  interval(from: string, to: string | null): string;
  revised(before: string): string;
  narrative: {
    none(name: string): string;
    volume(name: string, n: string, unit: 'articles' | 'stories', outlets: string): string;
    volumeChange(before: string, share: string, up: boolean): string;
    net(value: string, low: string, high: string, n: string): string;
    netChange(verb: 'rose' | 'fell', before: string, after: string, n: string): string;
    netSame(value: string, n: string): string;
    overlap: string;
    few(n: string): string;
    story(title: string, source: string, day: string, up: boolean): string;
    outlets(best: string, bestNet: string, bestN: string, worst: string, worstNet: string, worstN: string): string;
  };
  method: {
    sentences: string[];
    gap(source: string, from: string, to: string, cause: string): string;
    noGap: string;
    gaps: string;
  };
}

export const reportWords = (locale: ReportLocale): ReportWords => (locale === 'zh-CN' ? reportWordsZh : reportWordsEn);
