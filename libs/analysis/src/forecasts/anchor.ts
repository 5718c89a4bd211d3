import { dayOf, lastDayOfMonth, parseIsoDay, partsOf, type DayNumber } from './calendar.js';
import type { Anchor } from './interval.js';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const SAY =
  'said|says|told|wrote|tweeted|posted|predicted|forecast|announced|argued|estimated|claimed|declared|stated|warned|suggested|insisted|testified|added|promised|bet|put|expected|believed|thought|confirmed|revealed|admitted|noted|remarked|commented|speaking|interview|blog|post|memo|letter|podcast|essay|talk|keynote';
const ENGLISH_DATE = `(?:on |dated |of )?(?:(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\.?(?:,? (\\d{4}))?|(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?)`;
const ENGLISH_STRETCH = `(?:in|back in|as early as|from|of|a) (?:(?:(?:early|mid|late)[- ])?(?:(${MONTH}),? )?(\\d{4}))`;
const ENGLISH = [
  new RegExp(`^\\W*${ENGLISH_DATE}\\W`, 'i'),
  new RegExp(`\\b(?:${SAY})\\b[^.;]{0,40}?\\b${ENGLISH_DATE}(?=\\W|$)`, 'i'),
  new RegExp(`${ENGLISH_DATE},?[^.;,]{0,24}\\b(?:${SAY})\\b`, 'i'),
];
const ENGLISH_YEARS = [
  new RegExp(`^\\W*${ENGLISH_STRETCH}\\b`, 'i'),
  new RegExp(`\\b(?:${SAY})\\b[^.;,]{0,40}?\\b${ENGLISH_STRETCH}\\b`, 'i'),
  new RegExp(`\\b${ENGLISH_STRETCH},?[^.;,]{0,24}\\b(?:${SAY})\\b`, 'i'),
];
const CHINESE_SAY =
  '表示|称|说|认为|预测|预言|预计|指出|透露|提到|发布微博|发文|写道|接受|采访|断言|判断|宣布|曾|撰文|发帖|发推|演讲|告诉|估计|坦言|强调|回应|微博|博客|信中|直播|推特|播客|访谈';
const CHINESE_DAY = new RegExp(
  `(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号](?!前|之前|起|后)(?=[^。;；!！]{0,40}?(?:${CHINESE_SAY}))`,
  'u',
);
const CHINESE_STRETCH = new RegExp(
  `(?:(\\d{4})年(?:(\\d{1,2})月)?|(去年|前年)(?:(\\d{1,2})月)?)(?![\\d底初末前]|之前)(?=[^。;；!！]{0,40}?(?:${CHINESE_SAY}))`,
  'u',
);

/**
 * The day from which a claim counts: an explicit statement date next to the reporting verb, else the publication.
 * @param before the words of the sentence before (and, in English, after) the claim, folded
 * @returns undefined when neither is known
 */
export function anchorOf(before: string, published: string | undefined, lang: 'zh' | 'en'): Anchor | undefined {
  const today = published === undefined ? undefined : parseIsoDay(published);
  const stated = lang === 'zh' ? chineseDate(before, today) : englishDate(before, today);
  if (stated && (today === undefined || stated.lo <= today)) {
    return today === undefined ? stated : { lo: stated.lo, hi: Math.min(stated.hi, today) };
  }
  return today === undefined ? undefined : { lo: today, hi: today };
}

function chineseDate(text: string, today: DayNumber | undefined): Anchor | undefined {
  const compact = text.replace(/\s+/gu, '');
  const day = CHINESE_DAY.exec(compact);
  if (day) return dated(numberOf(day[1]), Number(day[2]), Number(day[3]), today);
  const stretch = CHINESE_STRETCH.exec(compact);
  if (!stretch) return undefined;
  if (stretch[3]) {
    if (today === undefined) return undefined;
    return stretchOf(partsOf(today).year - (stretch[3] === '去年' ? 1 : 2), numberOf(stretch[4]));
  }
  return stretchOf(Number(stretch[1]), numberOf(stretch[2]), today);
}

function englishDate(text: string, today: DayNumber | undefined): Anchor | undefined {
  for (const pattern of ENGLISH) {
    const match = pattern.exec(text);
    const month = monthOf(match?.[2] ?? match?.[4]);
    if (match && month) return dated(numberOf(match[3] ?? match[6]), month, Number(match[1] ?? match[5]), today);
  }
  for (const pattern of ENGLISH_YEARS) {
    const match = pattern.exec(text);
    if (match?.[2]) return stretchOf(Number(match[2]), monthOf(match[1]), today);
  }
  if (
    today !== undefined &&
    /\blast year\b[^.;]{0,30}\b(?:said|predicted|forecast)|\b(?:said|predicted|forecast) last year\b/i.test(text)
  ) {
    return stretchOf(partsOf(today).year - 1, undefined);
  }
  return undefined;
}

/** Without a year: the latest such day that is not after `today`. */
function dated(year: number | undefined, month: number, day: number, today: DayNumber | undefined): Anchor | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (year !== undefined) return point(dayOf(year, month, day));
  if (today === undefined) return undefined;
  const thisYear = dayOf(partsOf(today).year, month, day);
  return point(thisYear <= today ? thisYear : dayOf(partsOf(today).year - 1, month, day));
}

function stretchOf(year: number, month: number | undefined, today?: DayNumber): Anchor | undefined {
  if (year < 1900 || year > 2200) return undefined;
  // The running year says nothing that the publication date does not say better.
  if (today !== undefined && month === undefined && year >= partsOf(today).year) return undefined;
  if (month === undefined) return { lo: dayOf(year, 1, 1), hi: dayOf(year, 12, 31) };
  if (month < 1 || month > 12) return undefined;
  return { lo: dayOf(year, month, 1), hi: lastDayOfMonth(year, month) };
}

function point(day: DayNumber): Anchor {
  return { lo: day, hi: day };
}

function monthOf(name: string | undefined): number | undefined {
  if (!name) return undefined;
  const index = MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

function numberOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}
