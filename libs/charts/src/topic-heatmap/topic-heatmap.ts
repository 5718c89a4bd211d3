import type { Chart, ChartContext } from '../drawing/chart.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { formatScore } from '../locale/format.js';
import { bucketSelection } from '../time/bucket-selection.js';
import { HEAD_HEIGHT, heatmapOption, ROW_HEIGHT } from './option.js';
import { heatCells } from './transform.js';
import type { HeatmapInput } from './types.js';

function describe(input: HeatmapInput, context: ChartContext): string {
  const words = chartWords(context.locale).describe;
  const { from, to, tz, bucket } = input.provenance;
  const strongest = heatCells(input).reduce(
    (best, cell) => (best === null || Math.abs(cell.value[2]) > Math.abs(best.value[2]) ? cell : best),
    null as ReturnType<typeof heatCells>[number] | null,
  );
  if (!strongest) return words.nothing;
  const [x, y, net] = strongest.value;
  const label = (instant: string, by: 'day' | typeof bucket) => bucketLabel(instant, by, context.locale, tz);
  return [
    words.heatmap(String(input.heatmap.rows.length), label(from, 'day'), label(to, 'day')),
    words.strongest(input.heatmap.rows[y]?.name ?? '', label(input.heatmap.t[x] ?? from, bucket), formatScore(net)),
  ].join(context.locale === 'en' ? ' ' : '');
}

export const topicHeatmap: Chart<HeatmapInput> = {
  isEmpty: (input) => heatCells(input).length === 0,
  height: (input) => input.heatmap.rows.length * ROW_HEIGHT + HEAD_HEIGHT,
  option: heatmapOption,
  describe,
  table: (input, context) => {
    const words = chartWords(context.locale);
    return {
      columns: [
        { key: 'name', title: words.name, numeric: false },
        { key: 'date', title: words.date, numeric: false },
        { key: 'net', title: words.netSentiment, numeric: true },
        { key: 'n', title: words.count(input.provenance.unit), numeric: true },
      ],
      rows: input.heatmap.rows.flatMap((row) =>
        input.heatmap.t.map((start, index) => [row.name, start, row.net[index] ?? null, row.n[index] ?? 0]),
      ),
    };
  },
  select: (input, event) => {
    if (!Array.isArray(event.value)) return null;
    const row = input.heatmap.rows[Number(event.value[1])];
    if (!row) return null;
    return { target: row.target, ...bucketSelection(input.heatmap.t, Number(event.value[0]), input.provenance.to) };
  },
};
