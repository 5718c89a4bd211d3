import { withDigits } from './han-numerals.js';

/** Default zones of dates written in Han or Hangul: such feeds mean local time when they name no zone. */
const CHINA = '+08:00';
const JAPAN_KOREA = '+09:00';

/**
 * Rewrites Chinese, Japanese and Korean date words as digits with separators: `2004년 05월 28일 오후 3:02` becomes
 * `2004-05-28 pm 3:02`, and names the zone such a date is in when it says none.
 *
 * @returns null when the text holds none of these words
 */
export function rewriteEastAsianDate(text: string): { text: string; zone: string } | null {
  if (!/[年月日号號时時点點分上下午中晚早년월일시오前後后]/.test(text)) return null;
  // Weekdays in brackets and eras of emperors are Japanese.
  const isJapanese = /[년월일시분초오전후]|午前|午後|[\u3041-\u30ff]|[(（][日月火水木金土][)）]|令和|平成|昭和/.test(
    text,
  );
  const zone = isJapanese ? JAPAN_KOREA : CHINA;
  const rewritten = withDigits(text)
    .replace(
      /(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[（(]?[日月火水木金土월화수목금토일][）)]|[月火水木金土日]曜日?|[월화수목금토일]요일/g,
      ' ',
    )
    .replace(
      /(\d{4}|\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?/g,
      (_, y: string, m: string, d: string) => ` ${yearOf(y)}-${m}-${d} `,
    )
    .replace(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]/g, ' $1-$2-1 ')
    .replace(
      /(\d{1,2})\s?[时時点點시]\s?(?:(\d{1,2})\s?[分분]\s?(?:(\d{1,2})\s?[秒초])?)?/g,
      (_, h: string, m = '00', s = '00') => ` ${h}:${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')} `,
    )
    .replace(/上午|早上|凌晨|清晨|午前|오전/g, ' am ')
    .replace(/下午|晚上|傍晚|午後|오후/g, ' pm ')
    .replace(/中午/g, ' ');
  return { text: rewritten.replace(/\s+/g, ' ').trim(), zone };
}

const yearOf = (digits: string): string => (digits.length === 2 ? `20${digits}` : digits);
