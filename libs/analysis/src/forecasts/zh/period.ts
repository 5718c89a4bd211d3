import type { Part, Period, Season } from '../claim.js';
import { matchAt, readNumeral, readYearNumber } from './numeral.js';
import type { TextCursor } from './text-cursor.js';

const RELATIVE_YEARS: Record<string, number> = {
  今年: 0,
  本年: 0,
  年: 0,
  当年: 0,
  明年: 1,
  来年: 1,
  次年: 1,
  后年: 2,
  大后年: 3,
};
const SEASONS: Record<string, Season> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' };
const QUARTERS: Record<string, 1 | 2 | 3 | 4> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const PARTS: readonly [RegExp, Part][] = [
  [/年?(?:早期|初期|初|伊始|前期|早些时候|开年)/y, 'early'],
  [/年?(?:中期|中叶|年中|中旬|(?<=年)中(?!国|心|央|美|文|的|小|型|期|间|秋))/y, 'mid'],
  [/年?(?:晚期|后期|下旬|晚些时候|稍晚|较晚)/y, 'late'],
  [/年?(?:底|末|尾|年终|岁末)/y, 'end'],
];

/** Every period begins with one of these. */
const OPENERS = new Uint8Array(0x10000);
for (const character of '0123456789〇零○一二两三四五六七八九十半几数多余来好若本这下22今当明次后大上第QH春夏秋冬盛暑年岁的财,，')
  OPENERS[character.charCodeAt(0)] = 1;

/** Reads a stretch of the calendar: 2027年上半年, 明年初, 年底, 2030年代中期, 第三季度, 9月12日, 本世纪末. */
export function readPeriod(cursor: TextCursor): Period | undefined {
  if (OPENERS[cursor.text.charCodeAt(cursor.at)] !== 1) return undefined;
  return (
    cursor.attempt(() => readDecade(cursor)) ??
    cursor.attempt(() => readCentury(cursor)) ??
    cursor.attempt(() => readWithYear(cursor)) ??
    cursor.attempt(() => readNear(cursor)) ??
    cursor.attempt(() => readWithoutYear(cursor))
  );
}

function readCentury(cursor: TextCursor): Period | undefined {
  const word = cursor.take(/本世纪|这个世纪|21世纪|二十一世纪|下个?世纪|22世纪|二十二世纪/y);
  if (!word) return undefined;
  const part = readPart(cursor);
  const half = part ? undefined : cursor.take(/[上下]半叶/y);
  const centuryOffset = /下|22|二十二/.test(word) ? 1 : 0;
  if (half) return { centuryOffset, part: half.startsWith('上') ? 'early' : 'late' };
  return { centuryOffset, ...(part ? { part } : {}) };
}

function readDecade(cursor: TextCursor): Period | undefined {
  if (cursor.take(/(?:本|这个?|这一)十年(?:内|间)?|本年代/y))
    return { decadeOffset: 0, part: readPart(cursor) ?? 'end' };
  if (cursor.take(/(?:下一?个|下)十年/y)) {
    const part = readPart(cursor);
    return { decadeOffset: 1, ...(part ? { part } : {}) };
  }
  const year = readYearNumber(cursor.text, cursor.at);
  const short = year ? undefined : cursor.take(/(?:本世纪|21世纪|二十一世纪)?[二三四五六七八九2-9][十0]年代/y);
  if (year && matchAt(/年代/y, cursor.text, cursor.at + 4)) {
    cursor.at += 6;
    const part = readPart(cursor);
    return { decade: year.year, ...(part ? { part } : {}) };
  }
  if (!short) return undefined;
  const digit = readNumeral(short.replace(/^.*世纪/, '').slice(0, 1), 0)?.lo ?? 3;
  const part = readPart(cursor);
  return { decade: (digit >= 7 && !short.includes('世纪') ? 1900 : 2000) + digit * 10, ...(part ? { part } : {}) };
}

function readWithYear(cursor: TextCursor): Period | undefined {
  const year = readYear(cursor);
  if (!year) return undefined;
  cursor.take(/的|财年/y);
  const finer = cursor.attempt(() => readFiner(cursor));
  if (finer) return { ...year, ...finer };
  // 今年晚些时候 is what is left of the year.
  if (year.yearOffset === 0 && cursor.take(/晚些时候|稍晚(?:些时候)?|较晚时候|内(?!容|部)/y)) return year;
  const part = readPart(cursor);
  return part ? { ...year, part } : year;
}

/** An explicit year needs 年, or a word such as 底 after it; a bare number is not a date. */
function readYear(cursor: TextCursor): Period | undefined {
  const number = readYearNumber(cursor.text, cursor.at);
  if (number) {
    const before = cursor.text.charAt(cursor.at - 1);
    cursor.at += number.length;
    if (cursor.looksAt(/年(?=底|初|末|中(?!国|心|央|美|文|的|小|型|期|间|秋)|终)/y)) {
      cursor.at += 1;
      return { year: number.year };
    }
    if (cursor.take(/年/y)) return { year: number.year };
    // 2026-2027年: the first year borrows 年 from the second.
    if (cursor.looksAt(/[-~—–－至到或、/]{1,2}(?:20|21)\d\d年/y)) return { year: number.year };
    if (cursor.looksAt(/[/.-]\d{1,2}[/.-]\d{1,2}/y)) return undefined;
    return cursor.looksAt(/Q[1-4]|H[12]/y) || (/[到至在于]/.test(before) && cursor.looksAt(/[,，。、前之底初]|$/y))
      ? { year: number.year }
      : undefined;
  }
  const word = cursor.take(/今年|本年度?|当年|明年|(?<![年月日天周])来年|次年|后年|大后年/y);
  if (!word) return undefined;
  return { yearOffset: RELATIVE_YEARS[word.replace('度', '')] ?? 0 };
}

/** A half, quarter, season or month inside a year. */
function readFiner(cursor: TextCursor): Period | undefined {
  cursor.take(/[,，]/y);
  const half = cursor.take(/[上下]半年|H[12]/y);
  if (half) return { half: /上|1/.test(half) ? 1 : 2 };
  const quarter = /(?:第?([一二三四1-4])季度?|Q([1-4])|([一二三四])季)/y;
  quarter.lastIndex = cursor.at;
  const found = quarter.exec(cursor.text);
  if (found) {
    cursor.at += found[0].length;
    return { quarter: QUARTERS[found[1] ?? found[2] ?? found[3] ?? '1'] ?? 1 };
  }
  const season = cursor.take(/[春夏秋冬](?:季|天|日)|盛夏|暑期|暑假/y);
  if (season) return { season: SEASONS[season.charAt(0)] ?? 'summer' };
  return readMonth(cursor);
}

function readMonth(cursor: TextCursor): Period | undefined {
  const number = readNumeral(cursor.text, cursor.at);
  if (!number || number.hi > 12 || number.hi - number.lo > 1 || !Number.isInteger(number.lo)) return undefined;
  cursor.at += number.length;
  if (!cursor.take(/月份?/y)) return undefined;
  if (number.hi > number.lo) return { month: number.lo, monthTo: number.hi };
  const part = readPart(cursor);
  if (part) return { month: number.lo, part };
  const day = cursor.attempt(() => {
    const numeral = readNumeral(cursor.text, cursor.at);
    if (!numeral || numeral.lo > 31 || numeral.vague) return undefined;
    cursor.at += numeral.length;
    return cursor.take(/[日号](?!本)/y) ? numeral.lo : undefined;
  });
  return { month: number.lo, ...(day === undefined ? {} : { day }) };
}

/** 下个月, 本周, 明天, 本季度. */
function readNear(cursor: TextCursor): Period | undefined {
  const month = cursor.take(/(?:下个?|本|这个|当)月/y);
  if (month) {
    const part = readPart(cursor);
    return { monthOffset: month.startsWith('下') ? 1 : 0, ...(part ? { part } : {}) };
  }
  const week = cursor.take(/(?:下个?|本|这)(?:周|星期|礼拜)(?:[一二三四五六日天末](?!个))?/y);
  if (week) return { weekOffset: week.startsWith('下') ? 1 : 0 };
  const quarter = cursor.take(/(?:下个?|下一|本|这个)季度?/y);
  if (quarter) return { quarterOffset: quarter.startsWith('下') ? 1 : 0 };
  const day = cursor.take(/明天|明日|后天|今天|今日|今晚|明晚/y);
  return day ? { dayOffset: /明/.test(day) ? 1 : day === '后天' ? 2 : 0 } : undefined;
}

/** 年底, 下半年, 第三季度, 夏季, 9月: the nearest one that is not over. */
function readWithoutYear(cursor: TextCursor): Period | undefined {
  if (cursor.follows(/[\d一二两三四五六七八九十几去每多全前半]$/)) {
    if (!cursor.looksAt(/\d/y)) return undefined;
  }
  if (cursor.follows(/[去前往近]年?的?$/)) return undefined;
  const finer = cursor.attempt(() => readFiner(cursor));
  if (finer) return finer;
  const end = cursor.take(/(?:年底|年末|年终|岁末|年尾)/y);
  if (end) return { part: 'end' };
  if (cursor.take(/年中(?!国|心|央|美|文|的|小|型|期|间|秋)/y)) return { part: 'mid' };
  if (cursor.take(/年初/y)) return { part: 'early' };
  return undefined;
}

function readPart(cursor: TextCursor): Part | undefined {
  for (const [pattern, part] of PARTS) if (cursor.take(pattern)) return part;
  return undefined;
}
