import { chartWords } from '../locale/chart-words.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { formatCount, formatScore } from '../locale/format.js';
import type { ChartContext } from '../drawing/chart.js';
import { FEW } from '../drawing/small-sample.js';
import { tooltipText } from '../drawing/tooltip.js';
import type { NetPlot, NetSentimentInput } from './types.js';

/** "Tue 14 May 2024" and a sentence per line: "AGI timelines: +0.12 (+0.04 to +0.20), 38 stories". */
export function netTooltip(plot: NetPlot, input: NetSentimentInput, at: number, context: ChartContext): string {
  const words = chartWords(context.locale);
  const { bucket, unit } = input.provenance;
  const comma = context.locale === 'en' ? ', ' : '，';
  const colon = context.locale === 'en' ? ': ' : '：';
  const sentences = plot.lines.flatMap((line) => {
    const point = line.points.find(([x]) => x === at);
    if (!point) return [];
    const [, net, low, high, n] = point;
    const prefix = plot.lines.length > 1 ? `${line.name}${colon}` : '';
    if (net === null) return [`${prefix}${words.nothingMeasured}`];
    const value = words.between(formatScore(net), formatScore(low), formatScore(high));
    const counted = words.counted(formatCount(n, context.locale), unit, n === 1);
    return [`${prefix}${value}${comma}${counted}${n < FEW ? `${comma}${words.fewMeasured}` : ''}`];
  });
  return tooltipText(bucketLabel(at, bucket, context.locale, 'UTC'), sentences);
}
