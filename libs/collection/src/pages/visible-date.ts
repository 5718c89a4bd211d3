import { parseFeedDate } from '../dates/parse-feed-date.js';

/** A date of a page. */
export interface PageDate {
  instant: Date;
  /** Minutes east of UTC in which the page gives it; null when it names no zone. */
  offset: number | null;
}

export interface DateReading {
  /** Zone of times that name none, in minutes east of UTC; UTC unless told. */
  defaultOffset?: number;
  /** Order of 03/04/2020: of the page's language; null refuses such dates. */
  dayFirst?: boolean | null;
  now?: Date;
}

/** Before it nobody published on the web; what reads as earlier is a house number. */
const FIRST_YEAR = 1995;
const DAY = 86_400_000;
const CHINA = 480;

const CLOCK = String.raw`(?:[T\s,，]{0,3}(?:um |at |à |às |kl\.? ?|- )?[012]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?:\.\d{1,6})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`;
const YEAR = String.raw`(?:19|20)\d\d`;
const MONTH = String.raw`\p{L}{3,11}\.?`;
const FORMS = [
  new RegExp(
    String.raw`(?<![\d-])${YEAR}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s{0,3}\d{1,2}\s?(?:[:：]\d\d(?:[:：]\d\d)?|[时時点點]\d{0,2}分?))?`,
    'u',
  ),
  new RegExp(String.raw`(?<![\d-])${YEAR}([-/.])\d{1,2}\1\d{1,2}(?!\d)${CLOCK}`, 'u'),
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?,?[\s-](?:de |of )?${MONTH},?[\s-](?:de |del |of )?${YEAR}(?!\d)${CLOCK}`,
    'u',
  ),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s${YEAR}(?!\d)${CLOCK}`, 'u'),
  new RegExp(String.raw`(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?${YEAR}(?!\d)${CLOCK}`, 'u'),
  new RegExp(String.raw`(?<![\d/])\d{1,2}([/-])\d{1,2}\1${YEAR}(?!\d)${CLOCK}`, 'u'),
];

/** Reads a string that is a date, as metadata hold it. */
export function statedDate(text: string | null | undefined, reading: DateReading): PageDate | null {
  if (!text) return null;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}+-]+/u, '')
    .trim();
  const instant = parseFeedDate(plain, reading.now);
  return instant ? dated(instant, plain, reading) : visibleDate(plain, reading);
}

/** The first date that a text shows, in Chinese or European wording; none when the order of day and month is open. */
export function visibleDate(text: string, reading: DateReading): PageDate | null {
  const shown = text.length > 2000 ? text.slice(0, 2000) : text;
  const matches = FORMS.map((form) => form.exec(shown)).filter((match) => match !== null);
  for (const { 0: found } of matches.sort((a, b) => a.index - b.index)) {
    const written = ordered(
      found.replaceAll('：', ':').replace(/(?<=\d)\s(?:um|at|à|às|kl\.?|-)\s(?=\d)/, ' '),
      reading,
    );
    const instant = written === null ? null : (parseFeedDate(written) ?? parseFeedDate(dayOnly(written)));
    const date = instant && dated(instant, written!, reading);
    if (date) return date;
  }
  return null;
}

/** "5分钟前", "3 hours ago" as whole texts. */
export function relativeDate(text: string, { now }: DateReading): PageDate | null {
  if (!now || text.length > 30 || !/(?:ago|前|刚刚|剛剛)\s*$/.test(text)) return null;
  const instant = parseFeedDate(text, now);
  return instant && { instant, offset: null };
}

/** 3/4/2020 in the order of the page's language, with dots when the day comes first. */
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

function dated(instant: Date, text: string, { now, defaultOffset = 0 }: DateReading): PageDate | null {
  const zone = zoneOf(text);
  const moved = zone === null ? new Date(instant.getTime() - defaultOffset * 60_000) : instant;
  const plausible = moved.getUTCFullYear() >= FIRST_YEAR && (!now || moved.getTime() <= now.getTime() + 2 * DAY);
  return plausible ? { instant: moved, offset: zone ?? (defaultOffset === 0 ? null : defaultOffset) } : null;
}

/** Minutes east of UTC that the text names; null when it names no zone. */
function zoneOf(text: string): number | null {
  if (/[年月日时時]/.test(text)) return CHINA;
  if (/^\d{10}(?:\d{3})?$/.test(text)) return 0;
  const offset = /:\d\d(?:\.\d{1,9})?\s?([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  return /\d\s?(?:z|ut|utc|gmt|[a-z]{2,4}t)$/i.test(text) || /\b(?:ago|前)$/.test(text) ? 0 : null;
}
