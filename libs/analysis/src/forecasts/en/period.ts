import type { Part, Period, Season } from '../claim.js';
import type { WordCursor } from './word-cursor.js';

const MONTHS: Record<string, number> = {
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10,
  november: 11, december: 12, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10,
  nov: 11, dec: 12,
}; // prettier-ignore
const SEASONS: Record<string, Season> = {
  spring: 'spring', summer: 'summer', autumn: 'autumn', fall: 'autumn', winter: 'winter',
}; // prettier-ignore
const ORDINALS: Record<string, 1 | 2 | 3 | 4> = { first: 1, second: 2, third: 3, fourth: 4 };
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const PARTS: readonly [string, Part][] = [
  ['the very end of', 'end'], ['the end of', 'end'], ['the close of', 'end'], ['end of', 'end'], ['the back end of', 'late'],
  ['the start of', 'early'], ['the beginning of', 'early'], ['the middle of', 'mid'], ['the early part of', 'early'],
  ['early in', 'early'], ['late in', 'late'], ['the early', 'early'], ['the mid', 'mid'], ['the late', 'late'],
  ['early', 'early'], ['mid', 'mid'], ['middle of', 'mid'], ['late', 'late'], ['end', 'end'], ['start of', 'early'],
  ['beginning of', 'early'], ['the latter part of', 'late'], ['the second part of', 'late'], ['later in', 'late'],
  ['the final months of', 'late'], ['the first months of', 'early'], ['sometime in', 'mid'],
]; // prettier-ignore

/** Reads a stretch of the calendar: "early 2027", "the second half of next year", "Q3 2026", "the mid-2030s", "year-end". */
export function parsePeriod(cursor: WordCursor): Period | undefined {
  return cursor.attempt(() => parseParted(cursor)) ?? cursor.attempt(() => parseWhole(cursor));
}

function parseParted(cursor: WordCursor): Period | undefined {
  const named = PARTS.find(([phrase]) => cursor.phrase(phrase));
  if (!named) return parseYearEnd(cursor);
  cursor.take('-', '–');
  cursor.take('to');
  cursor.take('-');
  const inner = parseWhole(cursor);
  if (!inner || inner.part || inner.day !== undefined) return undefined;
  if (named[0] === 'sometime in') return inner;
  return { ...inner, part: named[1] };
}

/** "year-end", "the year's end", "year's end", "mid-year". */
function parseYearEnd(cursor: WordCursor): Period | undefined {
  cursor.take('the');
  if (cursor.take('year')) {
    cursor.take('-', "'s");
    return cursor.take('end') ? { ...(parseYearOf(cursor) ?? {}), part: 'end' } : undefined;
  }
  if (cursor.take('century', 'decade')) {
    const decade = cursor.peek(-1) === 'decade';
    if (!cursor.take("'s") || !cursor.take('end')) return undefined;
    return decade ? { decadeOffset: 0, part: 'end' } : { centuryOffset: 0, part: 'end' };
  }
  return undefined;
}

function parseYearOf(cursor: WordCursor): Period | undefined {
  return cursor.attempt(() => {
    cursor.take('of', 'in', ',');
    return parseYear(cursor);
  });
}

function parseWhole(cursor: WordCursor): Period | undefined {
  return (
    cursor.attempt(() => parseDecadeOrYear(cursor)) ??
    cursor.attempt(() => parseRelative(cursor)) ??
    cursor.attempt(() => parseSubYear(cursor)) ??
    cursor.attempt(() => parseMonth(cursor))
  );
}

function parseDecadeOrYear(cursor: WordCursor): Period | undefined {
  cursor.take('the', 'calendar', 'fiscal');
  if (/^(19|20|21)\d0$/.test(cursor.peek()) && (cursor.peek(1) === 's' || cursor.peek(1) === "'s")) {
    const decade = Number(cursor.peek());
    cursor.at += 2;
    return { decade };
  }
  cursor.take('year');
  return parseYear(cursor);
}

function parseYear(cursor: WordCursor): Period | undefined {
  const word = cursor.peek();
  if (
    /^(?:(?:19|20)\d\d|21[0-4]\d)$/.test(word) &&
    !['%', '$'].includes(cursor.peek(1)) &&
    !['$', '£', '€', '#'].includes(cursor.peek(-1))
  ) {
    cursor.at += 1;
    return { year: Number(word) };
  }
  if (cursor.phrase('next year') || cursor.phrase('the next year') || cursor.phrase('the coming year'))
    return { yearOffset: 1 };
  if (
    cursor.phrase('this year') ||
    cursor.phrase('the year') ||
    cursor.phrase('the current year') ||
    cursor.phrase('this calendar year')
  )
    return { yearOffset: 0 };
  if (cursor.phrase('the year after next')) return { yearOffset: 2 };
  return undefined;
}

function parseRelative(cursor: WordCursor): Period | undefined {
  if (cursor.phrase('the year after next')) return { yearOffset: 2 };
  const later = cursor.phrase('later');
  if (cursor.take('tomorrow')) return { dayOffset: 1 };
  if (cursor.take('today', 'tonight')) return { dayOffset: 0 };
  const offset = cursor.take('this', 'the current') ? 0 : cursor.take('next') ? 1 : cursor.take('the') ? 0 : undefined;
  if (offset === undefined) return undefined;
  const definite = cursor.peek(-1) === 'the';
  let next = offset;
  if (definite && cursor.take('next', 'coming')) next = 1;
  const word = cursor.peek();
  cursor.at += 1;
  switch (word) {
    case 'year':
      return later ? { yearOffset: 0 } : { yearOffset: next };
    case 'month':
      return { monthOffset: next };
    case 'week':
      return { weekOffset: next };
    case 'quarter':
      return { quarterOffset: next };
    case 'decade':
      return { decadeOffset: next };
    case 'century':
      return { centuryOffset: next };
    default:
      if (SEASONS[word] && !later)
        return next === 1
          ? { yearOffset: 1, season: SEASONS[word] }
          : { season: SEASONS[word], ...parseYearOf(cursor) };
      if (MONTHS[word] && !definite && !later) return { month: MONTHS[word] };
      if (WEEKDAYS.includes(word) && !definite) return { weekOffset: next };
      return undefined;
  }
}

function parseSubYear(cursor: WordCursor): Period | undefined {
  cursor.take('the');
  const part = cursor.take('early', 'mid', 'late') as Part | undefined;
  if (part) cursor.take('-');
  const season = SEASONS[cursor.peek()];
  if (season) {
    cursor.at += 1;
    const year = parseYearOf(cursor);
    // "fall" and "spring" are mostly verbs unless a year or an article shows otherwise.
    const article = cursor.words[cursor.at - (year ? 3 : 2)]?.text;
    if (!year && !['the', 'by', 'this', 'in', 'early', 'late', 'mid', 'before', 'until', '-'].includes(article ?? ''))
      return undefined;
    return { ...year, season };
  }
  if (part) return undefined;
  const code = /^[qh]$/.test(cursor.peek()) && /^[1-4]$/.test(cursor.peek(1)) ? cursor.peek() : undefined;
  if (code) {
    const n = Number(cursor.peek(1)) as 1 | 2 | 3 | 4;
    cursor.at += 2;
    const year = parseYearOf(cursor);
    if (code === 'h') return n <= 2 ? { ...year, half: n as 1 | 2 } : undefined;
    return { ...year, quarter: n };
  }
  const ordinal = cursor.take('latter', 'back') ? 2 : cursor.take('final', 'last') ? 4 : ORDINALS[cursor.peek()];
  if (!ordinal) return undefined;
  if (ORDINALS[cursor.peek()]) cursor.at += 1;
  if (cursor.take('half')) return { ...parseYearOf(cursor), half: ordinal === 1 ? 1 : 2 };
  if (cursor.take('quarter')) return { ...parseYearOf(cursor), quarter: ordinal };
  return undefined;
}

function parseMonth(cursor: WordCursor): Period | undefined {
  // "4 November 2026"
  const dayFirst = cursor.attempt(() => {
    const day = parseDayNumber(cursor);
    cursor.take('of');
    const month = MONTHS[cursor.peek()];
    if (day === undefined || month === undefined) return undefined;
    cursor.at += 1;
    return { ...parseYearOf(cursor), month, day };
  });
  if (dayFirst) return dayFirst;
  const word = cursor.peek();
  const month = MONTHS[word];
  if (month === undefined) return undefined;
  const preposition = cursor.words[cursor.at - 1]?.text ?? '';
  cursor.at += 1;
  if (word.length <= 4 && word !== 'may') cursor.take('.');
  const day = cursor.attempt(() => parseDayNumber(cursor));
  const year = parseYearOf(cursor);
  // "may", "mar" and "march" are words of their own.
  if (
    (word === 'may' || word === 'march') &&
    day === undefined &&
    !year &&
    !['in', 'by', 'this', 'next', 'until', 'before', 'late', 'early', 'mid', 'of', '-'].includes(preposition)
  ) {
    return undefined;
  }
  return { ...year, month, ...(day === undefined ? {} : { day }) };
}

function parseDayNumber(cursor: WordCursor): number | undefined {
  if (!/^\d{1,2}$/.test(cursor.peek())) return undefined;
  const day = Number(cursor.peek());
  if (day < 1 || day > 31) return undefined;
  cursor.at += 1;
  cursor.take('st', 'nd', 'rd', 'th');
  return day;
}
