import type { SentimentLabel } from '@timbre/contracts';
import type { Chart, ChartContext } from '../drawing/chart.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCount } from '../locale/format.js';
import type { ChartTable } from '../table/chart-table.js';
import { bucketSelection } from '../time/bucket-selection.js';
import { nearestBucket } from '../time/nearest-bucket.js';
import { volumeOption } from './option.js';
import { stackOrder } from './transform.js';
import type { VolumeInput } from './types.js';

function table(input: VolumeInput, context: ChartContext): ChartTable {
  const words = chartWords(context.locale);
  const { series, provenance } = input;
  return {
    columns: [
      { key: 'date', title: words.date, numeric: false },
      ...stackOrder.map((label) => ({ key: label, title: words.label[label], numeric: true })),
      { key: 'n', title: words.count(provenance.unit), numeric: true },
    ],
    rows: series.t.map((start, index) => [
      start,
      ...stackOrder.map((label) => series[label][index] ?? 0),
      series.n[index] ?? 0,
    ]),
  };
}

function describe(input: VolumeInput, context: ChartContext): string {
  const words = chartWords(context.locale);
  const { series, provenance } = input;
  const { locale } = context;
  let total = 0;
  let peak = 0;
  series.n.forEach((n, index) => {
    total += n;
    if (n > (series.n[peak] ?? 0)) peak = index;
  });
  if (total === 0) return words.describe.nothing;
  const day = (instant: string) => bucketLabel(instant, 'day', locale, provenance.tz);
  return words.describe.volume(
    words.counted(formatCount(total, locale), provenance.unit, total === 1),
    day(provenance.from),
    day(provenance.to),
    formatCount(series.n[peak] ?? 0, locale),
    bucketLabel(series.t[peak] ?? provenance.from, provenance.bucket, locale, provenance.tz),
  );
}

export const volumeByLabel: Chart<VolumeInput> = {
  isEmpty: (input) => input.series.n.every((n) => n === 0),
  height: () => 220,
  option: volumeOption,
  table,
  describe,
  select: (input, event) => {
    const label = stackOrder.find((name): name is SentimentLabel => event.seriesId === `volume:${name}`);
    if (!label || !Array.isArray(event.value)) return null;
    const range = bucketSelection(input.series.t, Number(event.value[2]), input.provenance.to);
    return { target: input.series.target, label, ...range };
  },
  selectTime: ({ series, provenance }, at) => {
    const nearest = nearestBucket(series.t, at, provenance.tz);
    return nearest < 0 ? null : { target: series.target, ...bucketSelection(series.t, nearest, provenance.to) };
  },
};
