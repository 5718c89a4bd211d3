import { parseFeedDate } from '../dates/parse-feed-date.js';
import { type DateReading, type PageDate, pageDate } from './page-date.js';

/** A date and where in a text it stands. */
export interface FoundDate {
  date: PageDate;
  from: number;
  to: number;
}

const LONGEST_RELATIVE = 30;
/** Characters of a text that are searched. */
const LONGEST = 2000;

const CLOCK = String.raw`(?:[T\s,，]{0,3}(?:um |at |à |às |kl\.? ?|- )?[012]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?:\.\d{1,6})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`;
const YEAR = String.raw`(?:19|20)\d\d`;
const MONTH = String.raw`\p{L}{3,11}\.?`;
const FORMS = [
  new RegExp(
    String.raw`(?<![\d-])${YEAR}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s{0,3}\d{1,2}\s?(?:[:：]\d\d(?:[:：]\d\d)?|[时時点點]\d{0,2}分?))?`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\d-])${YEAR}([-/.])\d{1,2}\1\d{1,2}(?!\d)${CLOCK}`, 'gu'),
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?,?[\s-](?:de |of )?${MONTH},?[\s-](?:de |del |of )?${YEAR}(?!\d)${CLOCK}`,
    'gu',
  ),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s${YEAR}(?!\d)${CLOCK}`, 'gu'),
  new RegExp(String.raw`(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?${YEAR}(?!\d)${CLOCK}`, 'gu'),
  new RegExp(String.raw`(?<![\d/])\d{1,2}([/-])\d{1,2}\1${YEAR}(?!\d)${CLOCK}`, 'gu'),
];
/** 31.10.23 and 31/10/23: believed only where a date is expected. */
const SHORT_YEAR = /(?<![\d.,/])(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d\d)(?![\d.,/%€])/gu;

/** Reads a string that is a date, as metadata hold it. It must name a day: "2020" is none. */
export function statedDate(text: string | null | undefined, reading: DateReading): PageDate | null {
  if (!text) return null;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}+-]+/u, '')
    .trim();
  if (/^\d{4}(?:-\d{2})?$/.test(plain) || /^\p{L}+\.? \d{4}$/u.test(plain)) return null;
  const instant = parseFeedDate(plain);
  return instant ? pageDate(instant, plain, reading) : visibleDate(plain, reading);
}

/** The first date that a text shows, in Chinese or European wording; none when the order of day and month is open. */
const visibleDate = (text: string, reading: DateReading): PageDate | null =>
  visibleDates(text, reading)[0]?.date ?? null;

/** The dates that the beginning of a text shows, in its order. `shortYears` reads 31.10.23 too. */
export function visibleDates(text: string, reading: DateReading, shortYears = false): FoundDate[] {
  const shown = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const found: FoundDate[] = [];
  for (const form of FORMS) {
    for (const match of shown.matchAll(form)) {
      const date = writtenDate(match[0], reading);
      if (date) found.push({ date, from: match.index, to: match.index + match[0].length });
    }
  }
  if (shortYears) {
    for (const match of shown.matchAll(SHORT_YEAR)) {
      const [all, day, mark, month, year] = match;
      const date = writtenDate(`${day}${mark}${month}${mark}20${year}`, reading);
      if (date) found.push({ date, from: match.index, to: match.index + all.length });
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** "5分钟前", "3 hours ago", "昨天 12:30" as whole texts. */
export function relativeDate(text: string, { now }: DateReading): PageDate | null {
  if (!now || text.length > LONGEST_RELATIVE) return null;
  const instant = parseFeedDate(text) === null ? parseFeedDate(text, now) : null;
  return instant && { instant, offset: null };
}

function writtenDate(found: string, reading: DateReading): PageDate | null {
  const written = ordered(found.replaceAll('：', ':').replace(/(?<=\d)\s(?:um|at|à|às|kl\.?|-)\s(?=\d)/, ' '), reading);
  const instant = written === null ? null : (parseFeedDate(written) ?? parseFeedDate(dayOnly(written)));
  return instant && pageDate(instant, written!, reading);
}

/** 3/4/2020 in the order of the page's country, with dots when the day comes first. */
function ordered(text: string, { dayFirst }: DateReading): string | null {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(.*)$/s.exec(text);
  if (!match) return text;
  const [, first, second, year, rest] = match;
  const [a, b] = [Number(first), Number(second)];
  if (a <= 12 && b <= 12 && a !== b && (dayFirst === null || dayFirst === undefined)) return null;
  const monthFirst = b > 12 || (a <= 12 && dayFirst === false);
  const [month, day] = monthFirst ? [a, b] : [b, a];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${rest}`;
}

const dayOnly = (text: string): string => text.replace(/[T\s,，]{0,3}\d{1,2}[:：]\d\d.*$/s, '');
