import { formatDay } from '@timbre/charts';
import type { ForecastRow, QuoteRow } from '@timbre/contracts';
import type { SourcedItem } from '../drawn/drawn-report.js';
import type { ComposeContext } from './compose-context.js';
import { localDay } from './local-day.js';

/** An item that still has to get its footnote. */
export interface UnnumberedItem extends Omit<SourcedItem, 'note'> {
  articleId: string;
}

export function quoteItems(rows: readonly QuoteRow[], context: ComposeContext): UnnumberedItem[] {
  const { words } = context;
  return rows.map((row) => ({
    articleId: row.articleId,
    heading: row.speaker ?? words.someone,
    about: words.quoteAbout(row.sourceName, localDay(row.published, context), row.direct),
    words: row.text,
  }));
}

/** Forecasts with what a revision moves away from. */
export function forecastItems(rows: readonly ForecastRow[], context: ComposeContext): UnnumberedItem[] {
  const { words, document } = context;
  const day = (iso: string) => formatDay(iso, document.locale);
  const interval = ({ from, to }: Pick<ForecastRow, 'from' | 'to'>) => words.interval(day(from), to && day(to));
  return rows.map((row) => ({
    articleId: row.articleId,
    heading: `${row.speaker ?? words.someone} · ${row.subject ?? words.unknownSubject}`,
    about: [
      `${words.forecast[row.kind]}${document.locale === 'en' ? ', ' : '，'}${words.hedge[row.hedge]}`,
      interval(row),
      ...(row.previous === undefined ? [] : [words.revised(interval(row.previous))]),
      `${row.sourceName} ${localDay(row.published, context)}`,
    ].join(' · '),
    words: row.text,
  }));
}
