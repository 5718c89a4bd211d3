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
  const plain = withPlainDigits(text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase());
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
  return parseWrittenDate(withPlainClock(text.replace(/(\d)t(?=\d)/g, '$1 ')));
}

/** Clock times as tokens know them: "20h49", "8.49" behind the year, "8:49 p. m.", a zone in brackets. */
const withPlainClock = (text: string): string =>
  text
    .replace(/(?<!\d)(\d{1,2})\s?h\s?(\d{2})(?!\d)/, '$1:$2')
    .replace(/((?:19|20)\d\d,? (?:kl\.? |om |at )?)(\d{1,2})\.(\d{2})(?![\d.])/, '$1$2:$3')
    .replace(/([ap])\.\s?m\./, '$1m')
    .replace(/(:\d{2}) \(([a-z]{3,5})\)$/, '$1 $2');

/** Digits of Arabic, Persian, Devanagari, Bengali and Thai script as ASCII. */
function withPlainDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].findLast((first) => code >= first)!;
    return String(code - zero);
  });
}

/** Seconds or milliseconds since 1970, from 2001 on: ten or thirteen digits. */
function unixTime(text: string): number | null {
  if (/^[12]\d{9}(?:\.\d{1,9})?$/.test(text)) return Math.floor(Number(text) * 1000);
  const millis = /^(?:\/date\()?([12]\d{12})(?:\)\/)?$/.exec(text)?.[1];
  return millis === undefined ? null : Number(millis);
}
