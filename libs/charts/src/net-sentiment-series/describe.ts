import type { ChartContext } from '../drawing/chart.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { formatScore } from '../locale/format.js';
import type { NetSentimentInput } from './types.js';

export function describeNetSentiment(input: NetSentimentInput, context: ChartContext): string {
  const words = chartWords(context.locale).describe;
  const { from, to, tz, gaps } = input.provenance;
  const day = (instant: string) => bucketLabel(instant, 'day', context.locale, tz);
  const sentences = input.series.slice(0, 4).flatMap((series) => {
    const values = series.net.filter((value) => value !== null);
    const first = values[0];
    const last = values.at(-1);
    if (first === undefined || last === undefined) return [];
    let lowest = first;
    let highest = first;
    for (const value of values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    return words.seriesEnd(
      series.name,
      formatScore(first),
      formatScore(last),
      formatScore(lowest),
      formatScore(highest),
    );
  });
  if (sentences.length === 0) return words.nothing;
  const names = input.series.map((series) => series.name).join(context.locale === 'en' ? ', ' : '、');
  const outages = gaps.length > 0 ? [words.gaps(String(gaps.length))] : [];
  return [words.series(names, day(from), day(to)), ...sentences, ...outages].join(context.locale === 'en' ? ' ' : '');
}
