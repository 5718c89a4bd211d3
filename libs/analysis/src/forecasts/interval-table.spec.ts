import { describe, expect, it } from 'vitest';
import { formatIsoDay, parseIsoDay } from './calendar.js';
import type { TimeMatch } from './claim.js';
import { findEnglishTimes } from './en/time.js';
import { wordsOf } from './en/word-cursor.js';
import { predictedInterval } from './interval.js';
import { compactText } from './zh/compact-text.js';
import { findChineseTimes } from './zh/time.js';

const anchorDay = parseIsoDay('2026-03-15') ?? 0;
const anchor = { lo: anchorDay, hi: anchorDay };

function intervalsOf(matches: readonly TimeMatch[]): string[] {
  return matches.map(({ time }) => {
    const { from, to, rule } = predictedInterval(time, anchor);
    return `${formatIsoDay(from)}..${to === null ? 'open' : formatIsoDay(to)} ${rule}`;
  });
}

/** Words around the expression, days counted from 15 March 2026, row of the interval table. */
const english: [string, string][] = [
  ['within two years', '2026-03-15..2028-03-15 window'],
  ['in the next five years', '2026-03-15..2031-03-15 window'],
  ['over the coming months', '2026-03-15..2026-08-15 window'],
  ['within the next decade', '2026-03-15..2036-03-15 window'],
  ['within weeks', '2026-03-15..2026-04-19 window'],
  ['within a few thousand days', '2026-03-15..2039-11-22 window'],
  ['three to five years away', '2029-03-15..2031-03-15 range'],
  ['in 3-5 years', '2029-03-15..2031-03-15 range'],
  ['in two or three years', '2028-03-15..2029-03-15 range'],
  ['in one year', '2026-09-15..2027-09-15 offset'],
  ['in 5 years', '2030-03-15..2032-03-15 offset'],
  ['10 years from now', '2034-03-15..2038-03-15 offset'],
  ['half a decade away', '2030-03-15..2032-03-15 offset'],
  ['will take another 20 years', '2042-03-15..2050-03-15 offset'],
  ['in a couple of years', '2027-03-15..2029-03-15 vague'],
  ['in a few years', '2028-03-15..2031-03-15 vague'],
  ['in several years', '2029-03-15..2033-03-15 vague'],
  ['in a few thousand days', '2031-09-05..2039-11-22 vague'],
  ['decades away', '2046-03-15..2076-03-15 vague'],
  ['five years or less away', '2026-03-15..2031-03-15 at-most'],
  ['in less than three years', '2026-03-15..2029-03-15 at-most'],
  ['at least ten years away', '2036-03-15..open at-least'],
  ['no sooner than 2030', '2030-01-01..open since'],
  ['by 2030', '2026-03-15..2030-12-31 by'],
  ['by the end of next year', '2026-03-15..2027-12-31 by'],
  ['by late 2028', '2026-03-15..2028-12-31 by'],
  ['by the mid-2030s', '2026-03-15..2036-12-31 by'],
  ['by the end of the decade', '2026-03-15..2029-12-31 end-of-decade'],
  ['no later than June 2027', '2026-03-15..2027-06-30 by'],
  ['before 2030', '2026-03-15..2029-12-31 before'],
  ['before the end of 2027', '2026-03-15..2027-12-31 before'],
  ['in 2028', '2028-01-01..2028-12-31 year'],
  ['in 2028 or 2029', '2028-01-01..2029-12-31 calendar-range'],
  ['between 2027 and 2030', '2027-01-01..2030-12-31 calendar-range'],
  ['in the first half of 2027', '2027-01-01..2027-06-30 half'],
  ['in H2 2026', '2026-07-01..2026-12-31 half'],
  ['in Q3 2026', '2026-07-01..2026-09-30 quarter'],
  ['in the fourth quarter of next year', '2027-10-01..2027-12-31 quarter'],
  ['in the summer of 2027', '2027-06-01..2027-08-31 season'],
  ['this autumn', '2026-09-01..2026-11-30 season'],
  ['in early 2027', '2027-01-01..2027-04-30 year-part'],
  ['in mid-2027', '2027-05-01..2027-08-31 year-part'],
  ['in late 2027', '2027-09-01..2027-12-31 year-part'],
  ['at the end of 2027', '2027-10-01..2027-12-31 year-part'],
  ['later this year', '2026-03-15..2026-12-31 rest-of-year'],
  ['next year', '2027-01-01..2027-12-31 year'],
  ['next month', '2026-04-01..2026-04-30 month'],
  ['in November', '2026-11-01..2026-11-30 month'],
  ['on September 9', '2026-09-09..2026-09-09 day'],
  ['in the early 2030s', '2030-01-01..2033-12-31 decade-part'],
  ['in the mid-2030s', '2034-01-01..2036-12-31 decade-part'],
  ['in the late 2030s', '2037-01-01..2039-12-31 decade-part'],
  ['next decade', '2030-01-01..2039-12-31 decade'],
  ['in the 2040s', '2040-01-01..2049-12-31 decade'],
  ['soon', '2026-03-15..2026-09-15 soon'],
  ['in our lifetime', '2026-03-15..2066-03-15 lifetime'],
  ['never', '2026-03-15..open never'],
  ['not before 2030', '2026-03-15..2029-12-31 not-before'],
  ['until 2029', '2026-03-15..2028-12-31 not-before'],
  ['sooner than most people expected', '2026-03-15..open direction'],
  ['pushed back from 2026 to 2028', '2028-01-01..2028-12-31 shift-year'],
  ['brought forward to next year', '2027-01-01..2027-12-31 shift-year'],
  ['in 2029 instead of 2040', '2029-01-01..2029-12-31 shift-year'],
]; // prettier-ignore

const chinese: [string, string][] = [
  ['两年内', '2026-03-15..2028-03-15 window'],
  ['未来三年', '2026-03-15..2029-03-15 window'],
  ['未来几个月内', '2026-03-15..2026-08-15 window'],
  ['今后两三年', '2026-03-15..2029-03-15 window'],
  ['半年内', '2026-03-15..2026-09-15 window'],
  ['三到五年内', '2029-03-15..2031-03-15 range'],
  ['3-5年后', '2029-03-15..2031-03-15 range'],
  ['还需要五至十年', '2031-03-15..2036-03-15 range'],
  ['一年后', '2026-09-15..2027-09-15 offset'],
  ['10 年后', '2034-03-15..2038-03-15 offset'],
  ['十八个月后', '2027-05-27..2028-01-02 offset'],
  ['再过五年', '2030-03-15..2032-03-15 offset'],
  ['一两年后', '2027-03-15..2028-03-15 vague'],
  ['两三年后', '2028-03-15..2029-03-15 vague'],
  ['三五年后', '2029-03-15..2031-03-15 vague'],
  ['几年后', '2028-03-15..2031-03-15 vague'],
  ['好几年后', '2029-03-15..2033-03-15 vague'],
  ['几十年后', '2046-03-15..2076-03-15 vague'],
  ['几千天后', '2031-09-05..2039-11-22 vague'],
  ['不到三年后', '2026-03-15..2029-03-15 at-most'],
  ['至少还需要15年', '2041-03-15..open at-least'],
  ['还要十年以上', '2036-03-15..open at-least'],
  ['到2030年', '2026-03-15..2030-12-31 by'],
  ['到二〇三〇年', '2026-03-15..2030-12-31 by'],
  ['最迟不晚于2027年三月', '2026-03-15..2027-03-31 by'],
  ['2030年前', '2026-03-15..2029-12-31 before'],
  ['2030年之前', '2026-03-15..2029-12-31 before'],
  ['年底前', '2026-03-15..2026-12-31 before'],
  ['2027年底之前', '2026-03-15..2027-12-31 before'],
  ['2030年前后', '2029-07-05..2031-06-29 around'],
  ['2028年', '2028-01-01..2028-12-31 year'],
  ['2027年或2028年', '2027-01-01..2028-12-31 calendar-range'],
  ['2026-2027年', '2026-01-01..2027-12-31 calendar-range'],
  ['明年上半年', '2027-01-01..2027-06-30 half'],
  ['下半年', '2026-07-01..2026-12-31 half'],
  ['2026年第三季度', '2026-07-01..2026-09-30 quarter'],
  ['明年夏天', '2027-06-01..2027-08-31 season'],
  ['2027年初', '2027-01-01..2027-04-30 year-part'],
  ['明年年中', '2027-05-01..2027-08-31 year-part'],
  ['2027年底', '2027-10-01..2027-12-31 year-part'],
  ['年底', '2026-10-01..2026-12-31 year-part'],
  ['今年', '2026-03-15..2026-12-31 rest-of-year'],
  ['今年晚些时候', '2026-03-15..2026-12-31 rest-of-year'],
  ['年内', '2026-03-15..2026-12-31 rest-of-year'],
  ['下个月', '2026-04-01..2026-04-30 month'],
  ['9月12日', '2026-09-12..2026-09-12 day'],
  ['2030年代初', '2030-01-01..2033-12-31 decade-part'],
  ['2030年代中期', '2034-01-01..2036-12-31 decade-part'],
  ['2030年代后期', '2037-01-01..2039-12-31 decade-part'],
  ['下个十年', '2030-01-01..2039-12-31 decade'],
  ['本世纪末', '2026-03-15..2099-12-31 century'],
  ['即将', '2026-03-15..2026-09-15 soon'],
  ['有生之年', '2026-03-15..2066-03-15 lifetime'],
  ['永远', '2026-03-15..open never'],
  ['不会早于2030年', '2026-03-15..2029-12-31 not-before'],
  ['比预期更早', '2026-03-15..open direction'],
  ['从10年缩短至一两年', '2027-03-15..2028-03-15 shift-vague'],
  ['从 2030 年推迟到了 2032 年', '2032-01-01..2032-12-31 shift-year'],
  ['推迟至明年', '2027-01-01..2027-12-31 shift-year'],
]; // prettier-ignore

describe('the interval table', () => {
  it.each(english)('reads "%s"', (expression, expected) => {
    const sentence = `It will happen ${expression}.`;
    expect(intervalsOf(findEnglishTimes(wordsOf(sentence, 0, sentence.length)))).toEqual([expected]);
  });

  it.each(chinese)('读出“%s”', (expression, expected) => {
    const sentence = `这一技术将${expression}实现。`;
    expect(intervalsOf(findChineseTimes(compactText(sentence, 0, sentence.length)))).toEqual([expected]);
  });

  it.each([
    ['在过去五年', []],
    ['三年前', []],
    ['成立三年以来', []],
  ])('finds no date to come in 「%s」', (expression, expected) => {
    expect(intervalsOf(findChineseTimes(compactText(expression, 0, expression.length)))).toEqual(expected);
  });

  it('denies a window, an offset and a deadline over the same span', () => {
    const [match] = findEnglishTimes(wordsOf('in ten years', 0, 12));
    expect(match && predictedInterval(match.time, anchor, true)).toEqual({
      from: anchorDay,
      to: parseIsoDay('2036-03-15'),
      rule: 'not-within',
    });
  });

  it('adds an interval to an anchor that is itself an interval', () => {
    const year = { lo: parseIsoDay('2019-01-01') ?? 0, hi: parseIsoDay('2019-12-31') ?? 0 };
    const [match] = findEnglishTimes(wordsOf('within ten years', 0, 16));
    const interval = match && predictedInterval(match.time, year);
    expect(interval && [formatIsoDay(interval.from), formatIsoDay(interval.to ?? 0)]).toEqual([
      '2019-01-01',
      '2029-12-31',
    ]);
  });

  it('clamps the day of the month instead of running into the next month', () => {
    const lastOfJanuary = parseIsoDay('2024-01-31') ?? 0;
    const [match] = findEnglishTimes(wordsOf('within one month', 0, 16));
    const interval = match && predictedInterval(match.time, { lo: lastOfJanuary, hi: lastOfJanuary });
    expect(formatIsoDay(interval?.to ?? 0)).toBe('2024-02-29');
  });
});
