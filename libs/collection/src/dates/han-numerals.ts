const DIGITS = '〇一二三四五六七八九';
const DIGIT = '[〇○零一二三四五六七八九]';
const SMALL = '[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const WRITTEN = new RegExp(`(${DIGIT}{4})年(${SMALL})月(${SMALL})[日号號]`, 'g');
/** First years of eras, less one: 令和 1 is 2019. 民國 1 is 1912. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const ERA = /(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年/g;

/**
 * Writes the years of eras and numbers in Han characters with digits: `二〇二六年三月十日` becomes `2026年3月10日`,
 * `令和8年` becomes `2026年`.
 */
export const withDigits = (text: string): string =>
  text
    .replace(WRITTEN, (_, year: string, month: string, day: string) => {
      return `${[...year].map(digitOf).join('')}年${smallNumber(month)}月${smallNumber(day)}日`;
    })
    .replace(ERA, (_, era: string, year: string) => `${ERAS[era]! + (year === '元' ? 1 : Number(year))}年`);

const digitOf = (character: string): number => Math.max(0, DIGITS.indexOf(character));

/** A number below one hundred. */
function smallNumber(text: string): number {
  const at = text.indexOf('十');
  if (at < 0) return digitOf(text);
  return (at === 0 ? 1 : digitOf(text[0]!)) * 10 + (at + 1 < text.length ? digitOf(text[at + 1]!) : 0);
}
