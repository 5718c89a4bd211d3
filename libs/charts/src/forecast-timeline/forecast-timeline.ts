import type { Chart, ChartContext } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCount, formatDay } from '../locale/format.js';
import type { ChartTable } from '../table/chart-table.js';
import { forecastOption } from './option.js';
import type { ForecastInput } from './types.js';

function table(input: ForecastInput, context: ChartContext): ChartTable {
  const words = chartWords(context.locale);
  const text = (key: string, title: string) => ({ key, title, numeric: false });
  return {
    columns: [
      text('said', words.saidOn),
      text('speaker', words.speaker),
      text('subject', words.subject),
      text('from', words.predictedFrom),
      text('to', words.predictedTo),
      text('kind', words.kindHeading),
      text('hedge', words.hedgeHeading),
      text('words', words.words),
      text('source', words.source),
    ],
    rows: input.rows.map((row) => [
      (row.statedOn ?? row.published).slice(0, 10),
      row.speaker ?? words.someone,
      row.subject,
      row.from,
      row.to,
      words.kind[row.kind],
      words.hedge[row.hedge],
      row.text,
      row.sourceName,
    ]),
  };
}

function describe(input: ForecastInput, context: ChartContext): string {
  const { locale } = context;
  const words = chartWords(locale).describe;
  if (input.rows.length === 0) return words.nothing;
  const speakers = new Set(input.rows.map((row) => row.speakerEntity ?? row.speaker ?? ''));
  const medians = (input.index?.median ?? []).filter((day) => day !== null);
  const first = medians[0];
  const last = medians.at(-1);
  const moved = first && last ? [words.forecastMedian(formatDay(first, locale), formatDay(last, locale))] : [];
  return [words.forecasts(formatCount(input.rows.length, locale), String(speakers.size)), ...moved].join(
    locale === 'en' ? ' ' : '',
  );
}

export const forecastTimeline: Chart<ForecastInput> = {
  isEmpty: (input) => input.rows.length === 0,
  height: (_input, width) => (width < 480 ? 340 : 460),
  option: forecastOption,
  table,
  describe,
  select: (input, event) => {
    const row = Array.isArray(event.value) ? input.rows[Number(event.value[3])] : undefined;
    return row ? { article: row.articleId } : null;
  },
};
