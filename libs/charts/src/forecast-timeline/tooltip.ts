import type { ForecastRow } from '@timbre/contracts';
import type { ChartContext } from '../drawing/chart.js';
import { tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatDay } from '../locale/format.js';

const MOST_WORDS = 160;

/** Who, when, for when, and the verbatim words. */
export function forecastTooltip(row: ForecastRow, context: ChartContext): string {
  const { locale } = context;
  const words = chartWords(locale);
  const open = locale === 'en' ? '“' : '「';
  const close = locale === 'en' ? '”' : '」';
  const end = row.to === null ? words.open : formatDay(row.to, locale);
  const text = row.text.length > MOST_WORDS ? `${row.text.slice(0, MOST_WORDS)}…` : row.text;
  const dot = locale === 'en' ? ', ' : '，';
  return tooltipText(row.speaker ?? words.someone, [
    `${words.saidOn} ${formatDay(row.statedOn ?? row.published, locale)}`,
    `${formatDay(row.from, locale)} – ${end}${dot}${words.kind[row.kind]}${dot}${words.hedge[row.hedge]}`,
    `${open}${text}${close}`,
    row.sourceName,
  ]);
}
