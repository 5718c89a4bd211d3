import { fullYear, wallClockMillis, weekdayOfDay } from './calendar-instant.js';
import { dateTokens, type DateToken } from './date-tokens.js';
import { foldWord } from './fold-word.js';
import { monthOf } from './month-names.js';
import { weekdayOf } from './weekday-names.js';
import { abbreviationOffset, ianaOffset, numericOffset } from './zone-offset.js';

/** Words that carry no date: "at", "um … Uhr", "de", "o'clock" and the T between date and time. */
const FILLERS = new Set([
  'at',
  'on',
  'of',
  'the',
  'um',
  'uhr',
  'de',
  'del',
  'den',
  'le',
  'a',
  'alle',
  'ore',
  'kl',
  'om',
  'las',
  'o',
  'klockan',
  't',
  'h',
  'г',
  'в',
  'το',
]);

interface Gathered {
  numbers: string[];
  words: { month?: number; weekday?: number; meridiem?: 'am' | 'pm' };
  ymd?: [string, string, string];
  three?: Extract<DateToken, { kind: 'threeNumbers' }>;
  time?: Extract<DateToken, { kind: 'time' }>;
  zone?: { offset?: number | null; iana?: string };
}

/**
 * Reads dates written in words or local order: RFC 822/2822/850, asctime, `Date.toString`, and names in some twenty
 * languages. An order of day and month that nothing decides (03/04/2020 without a weekday) is not guessed.
 *
 * @param defaultOffset minutes east of UTC when the text names no zone
 * @returns milliseconds since 1970, or null
 */
export function parseWrittenDate(text: string, defaultOffset = 0): number | null {
  const tokens = dateTokens(text);
  const gathered = tokens && gather(tokens);
  if (!gathered) return null;
  const day = calendarDay(gathered);
  const hour = gathered.time ? hourOfDay(gathered.time.hour, gathered.words.meridiem) : 0;
  if (!day || hour === null) return null;
  const clock = wallClockMillis({ ...day, ...gathered.time, hour });
  if (clock === null) return null;
  const { zone } = gathered;
  const offset = zone ? (zone.iana ? ianaOffset(zone.iana, clock) : zone.offset) : defaultOffset;
  return offset === null || offset === undefined ? null : clock - offset * 60_000;
}

/** Sorts the tokens into their roles; null when one has no role or a role is taken twice. */
function gather(tokens: DateToken[]): Gathered | null {
  const found: Gathered = { numbers: [], words: {} };
  for (const token of tokens) {
    if (token.kind === 'number') found.numbers.push(token.text);
    else if (token.kind === 'word') {
      if (!takeWord(found, token.text)) return null;
    } else if (token.kind === 'zoneName') found.zone = { iana: token.text };
    else if (token.kind === 'offset') {
      if (found.zone?.offset !== undefined && found.zone.offset !== 0) return null;
      found.zone = { offset: numericOffset(token.text) };
    } else if (token.kind === 'time') {
      if (found.time) return null;
      found.time = token;
    } else if (found.ymd || found.three) return null;
    else if (token.kind === 'yearMonthDay') found.ymd = token.parts;
    else found.three = token;
  }
  return found;
}

function takeWord(found: Gathered, word: string): boolean {
  const folded = foldWord(word);
  if (folded === 'am' || folded === 'pm') return (found.words.meridiem = folded) !== undefined;
  const month = monthOf(folded);
  const weekday = weekdayOf(folded);
  const zone = abbreviationOffset(folded);
  if (weekday !== undefined && found.words.weekday === undefined && (month === undefined || isLeading(found))) {
    found.words.weekday = weekday;
    if (month !== undefined) found.words.month = month;
  } else if (month !== undefined) found.words.month = month;
  else if (found.time && zone !== undefined) found.zone ??= { offset: zone };
  // A lone letter behind a time is a military zone, about whose sign the standards disagree.
  else if (folded === 'a' && found.time) return false;
  else if (FILLERS.has(folded)) return true;
  else if (zone !== undefined) found.zone ??= { offset: zone };
  else return false;
  return true;
}

/** "mar" is a Tuesday before anything else was read, and March too until a clearer month follows. */
const isLeading = (found: Gathered): boolean => found.numbers.length === 0 && found.words.month === undefined;

function hourOfDay(hour: number, meridiem: 'am' | 'pm' | undefined): number | null {
  if (!meridiem || hour > 12) return hour;
  if (hour === 0) return meridiem === 'am' ? 0 : 12;
  return (hour % 12) + (meridiem === 'pm' ? 12 : 0);
}

function calendarDay({ ymd, three, numbers, words }: Gathered): { year: number; month: number; day: number } | null {
  if (ymd && numbers.length === 0) return { year: Number(ymd[0]), month: Number(ymd[1]), day: Number(ymd[2]) };
  if (three && numbers.length === 0) return orderOfThree(three, words.weekday);
  if (!words.month) return null;
  if (numbers.length === 1 && numbers[0]!.length === 4) return { year: Number(numbers[0]), month: words.month, day: 1 };
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return null;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  return day.length > 2 ? null : { year: fullYear(year), month: words.month, day: Number(day) };
}

/** Day and month of `a/b/year`, where a value over 12, a dot, or the weekday says which is which. */
function orderOfThree({ parts, separator }: Extract<DateToken, { kind: 'threeNumbers' }>, weekday: number | undefined) {
  const year = fullYear(parts[2]);
  const [first, second] = [Number(parts[0]), Number(parts[1])];
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  if (separator === '.' || first === second || first > 12) return dayFirst;
  if (second > 12) return monthFirst;
  if (weekday === undefined) return null;
  const fits = [dayFirst, monthFirst].filter(({ month, day }) => weekdayOfDay(year, month, day) === weekday);
  return fits.length === 1 ? fits[0]! : null;
}
