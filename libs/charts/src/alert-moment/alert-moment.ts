import type { Chart } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { dateFormat } from '../locale/format.js';
import { formatMeasure } from './measure-format.js';
import { alertMomentOption } from './option.js';
import type { AlertMomentInput } from './types.js';
import { alertMomentWords } from './words.js';

/** What a message and an alert's page show of the moment at which a rule fired. */
export const alertMoment: Chart<AlertMomentInput> = {
  isEmpty: (input) => input.value.every((value) => value === null),
  height: (_input, width) => (width < 480 ? 240 : 300),
  option: alertMomentOption,
  table: (input, { locale }) => {
    const words = alertMomentWords[locale];
    return {
      columns: [
        { key: 'date', title: chartWords(locale).date, numeric: false },
        { key: 'value', title: words.value, numeric: true },
        { key: 'n', title: 'n', numeric: true },
        { key: 'low', title: `${words.threshold} ↓`, numeric: true },
        { key: 'high', title: `${words.threshold} ↑`, numeric: true },
      ],
      rows: input.t.map((moment, index) => [
        moment,
        input.value[index] ?? null,
        input.n[index] ?? 0,
        input.low[index] ?? null,
        input.high[index] ?? null,
      ]),
    };
  },
  describe: (input, { locale, tz }) => {
    const index = Math.max(
      0,
      input.t.findLastIndex((moment) => Date.parse(moment) <= Date.parse(input.from)),
    );
    const said = (value: number | null | undefined): string =>
      value == null ? '\u2013' : formatMeasure(input.series, value, locale);
    const from = dateFormat(locale, { timeZone: tz, dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(input.from),
    );
    const line = [input.low[index], input.high[index]].filter((value) => value != null).map(said);
    return alertMomentWords[locale].describe(
      input.title,
      from,
      said(input.value[index]),
      line.length === 0 ? '\u2013' : line.join(' … '),
    );
  },
};
