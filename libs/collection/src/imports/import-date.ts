import { DateTime } from 'luxon';
import { parseFeedDate } from '../dates/parse-feed-date.js';

/** Before this, a date is a default of some tool (1970, 0001), not a day of publication. */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY = 86_400_000;

/**
 * The instant of publication that an import names. Dates without a zone are read in the installation's reporting zone,
 * because exports of spreadsheets and databases mean local time. Null for what cannot be a publication date: unreadable,
 * before 1990, or more than a day ahead of `now`.
 */
export function importDate(text: string | undefined, zone: string, now: Date): Date | null {
  if (text === undefined) return null;
  const local = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone });
  const at = local.isValid ? local.toJSDate() : parseFeedDate(text, now);
  if (at === null || at.getTime() < EARLIEST || at.getTime() > now.getTime() + DAY) return null;
  return at;
}
