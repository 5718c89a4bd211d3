import { rewriteEastAsianDate } from './east-asian-date.js';
import { parseIsoDate } from './iso-date.js';
import { parseMailDate } from './mail-date.js';
import { parseRelativeDate } from './relative-date.js';
import { parseWrittenDate } from './written-date.js';
import { numericOffset } from './zone-offset.js';

/** Longer texts are no dates; the bound keeps the work per date constant. */
const LONGEST = 100;

/**
 * The instant a date string from a feed or page means, or null: no date is better than a wrong one.
 *
 * Reads RFC 822/850/2822 and asctime dates with their usual damage, ISO 8601 in all forms, Unix times, month and
 * weekday names of some twenty languages, Chinese, Japanese and Korean dates. Without a zone the time is UTC, except
 * for East Asian wording (China, or Japan and Korea). A wrong weekday is ignored; 31 February is null.
 *
 * @param now makes relative dates ("3小时前", "2 hours ago") readable; without it they are null
 * @example parseFeedDate('Fri, 24 Nov 2023 18:28:36 +0800')?.toISOString() // '2023-11-24T10:28:36.000Z'
 */
export function parseFeedDate(text: string | null | undefined, now?: Date): Date | null {
  if (!text || text.length > LONGEST * 2) return null;
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (plain === '' || plain.length > LONGEST) return null;
  const millis =
    parseMailDate(plain) ??
    unixTime(plain) ??
    parseIsoDate(plain) ??
    inWords(plain) ??
    (now ? parseRelativeDate(plain, now) : null);
  return millis === null ? null : new Date(millis);
}

function inWords(text: string): number | null {
  const eastAsian = rewriteEastAsianDate(text);
  if (eastAsian) return parseWrittenDate(eastAsian.text, numericOffset(eastAsian.zone) ?? 0);
  return parseWrittenDate(text.replace(/(\d)t(?=\d)/g, '$1 '));
}

/** Seconds or milliseconds since 1970, from 2001 on: ten or thirteen digits. */
function unixTime(text: string): number | null {
  if (/^[12]\d{9}$/.test(text)) return Number(text) * 1000;
  return /^[12]\d{12}$/.test(text) ? Number(text) : null;
}
