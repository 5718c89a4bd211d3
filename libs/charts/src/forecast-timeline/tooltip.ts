import type { ForecastRow } from '@timbre/contracts';
import type { ChartContext } from '../drawing/chart.js';
import { tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatDay } from '../locale/format.js';
import { formatInterval } from '../locale/interval.js';

const MOST_WORDS = 160;

/** Who, when, for when, and the verbatim words. */
export function forecastTooltip(row: ForecastRow, context: ChartContext): string {
  const { locale } = context;
  const words = chartWords(locale);
  const open = locale === 'en' ? '“' : '「';
  const close = locale === 'en' ? '”' : '」';
  const text = row.text.length > MOST_WORDS ? `${row.text.slice(0, MOST_WORDS)}…` : row.text;
  const dot = locale === 'en' ? ', ' : '，';
  return tooltipText(row.speaker ?? words.someone, [
    `${words.saidOn} ${formatDay(row.statedOn ?? row.published, locale)}`,
    `${formatInterval(row.from, row.to, locale, words.open)}${dot}${words.kind[row.kind]}${dot}${words.hedge[row.hedge]}`,
    `${open}${text}${close}`,
    row.sourceName,
  ]);
}
