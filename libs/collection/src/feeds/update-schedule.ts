import type { Feed } from './feed.js';
import { weekdayOf } from '../dates/weekday-names.js';
import { foldWord } from '../dates/fold-word.js';
import { childrenNamed, elementsOf, firstText, textOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
]);

/** When a feed asks to be fetched: RSS `ttl`, `skipHours`, `skipDays` and the syndication module. */
export function updateSchedule(
  channel: XmlElement,
  core: readonly string[],
): Pick<Feed, 'ttl' | 'skipHours' | 'skipDays'> {
  const hours = skipped(channel, core, 'skiphours').map(Number);
  const days = skipped(channel, core, 'skipdays').map((day) => weekdayOf(foldWord(day)));
  return {
    ttl: minutes(firstText(childrenNamed(channel, core, 'ttl'))) ?? syndicationPeriod(channel),
    skipHours: hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24),
    skipDays: days.filter((day) => day !== undefined),
  };
}

const skipped = (channel: XmlElement, core: readonly string[], name: string): string[] =>
  childrenNamed(channel, core, name)
    .flatMap(elementsOf)
    .map(textOf)
    .filter((text) => text !== '');

function minutes(text: string | null): number | null {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? value : null;
}

function syndicationPeriod(channel: XmlElement): number | null {
  const period = PERIOD_MINUTES.get((firstText(childrenNamed(channel, ['sy'], 'updateperiod')) ?? '').toLowerCase());
  const frequency = minutes(firstText(childrenNamed(channel, ['sy'], 'updatefrequency'))) ?? 1;
  return period === undefined ? null : Math.max(1, Math.round(period / frequency));
}
