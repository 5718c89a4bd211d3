import { formatCount, formatScore } from '@timbre/charts';
import type { Totals } from '@timbre/contracts';
import type { Tile } from '../drawn/drawn-report.js';
import type { ComposeContext } from './compose-context.js';

/** Key figures of one target. @param named - whether each label says whose figure it is. */
export function tilesOf(totals: Totals, named: boolean, { words, document: { locale, unit } }: ComposeContext): Tile[] {
  const { current, previous } = totals;
  const count = (value: number) => formatCount(value, locale);
  const label = (text: string) => (named ? `${totals.name} · ${text}` : text);
  const before = (value: string | null) => (value === null ? '' : words.tiles.before(value));
  const { value, low, high, n } = current.net;
  return [
    {
      label: label(words.tiles.volume),
      value: count(current.n),
      note:
        [before(previous && count(previous.n)), unit === 'stories' ? words.tiles.articles(count(current.articles)) : '']
          .filter((part) => part !== '')
          .join(' · ') || '\u2013',
      tone: 'plain',
    },
    {
      label: label(words.tiles.net),
      value: formatScore(value),
      note: words.tiles.interval(formatScore(low), formatScore(high), count(n)),
      tone: value === null || value === 0 ? 'plain' : value > 0 ? 'positive' : 'negative',
    },
    {
      label: label(words.tiles.polarisation),
      value: current.polarisation === null ? '\u2013' : current.polarisation.toFixed(2),
      note: words.tiles.polarisationNote,
      tone: 'plain',
    },
    {
      label: label(words.tiles.outlets),
      value: count(current.outlets),
      note: before(previous && count(previous.outlets)) || '\u2013',
      tone: 'plain',
    },
  ];
}
