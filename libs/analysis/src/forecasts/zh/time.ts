import type { TimeExpression, TimeMatch } from '../claim.js';
import type { CompactText } from './compact-text.js';
import { readPeriod } from './period.js';
import { readQuantity } from './quantity.js';
import { readShift } from './shift.js';
import { TextCursor } from './text-cursor.js';

/** A time expression can only begin with one of these. */
const STARTERS = codeSet(
  '0123456789〇零一二两三四五六七八九十百千几数好若半未今明后来次大本这下上第春夏秋冬盛暑年至到截最起不少多用要仅约近差将接再还仍从由自原比早较超即很马有永绝先快推提延缩改调早Q岁直晚距离需只短当终短跳压拖推眼近世第前日于在',
);
const DIRECTIONS = codeSet('比较早快晚慢');
const WORD_TIMES = codeSet('有永绝不即很马近眼');
const BOUNDS = codeSet('不绝早先最至要等直');
const WINDOWS = codeSet('年在未今接往此后将');
const WORDED = codeSet('比较早快晚慢有永绝不即很马近眼');
const SHIFTS = codeSet('从由自原此先最缩提加压下前早推延顺后拖跳押上搁改修调变更移降一再大已被又直进将会可正主');

function codeSet(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i += 1) table[characters.charCodeAt(i)] = 1;
  return table;
}

/** A time is counted in one of these or by the calendar; 即将, 永远 and 比预期更早 are worded without. */
const UNITS = codeSet('0123456789〇年月日号周天季世代QH春夏秋冬晚期礼岁暑');
/** 距离真正进入寻常百姓家还有三年: the longest stretch before the number and its unit. */
const UNIT_REACH = 32;

function nextUnit(text: string, from: number): number {
  let at = from;
  while (at < text.length && UNITS[text.charCodeAt(at)] !== 1) at += 1;
  return at < text.length ? at : Infinity;
}

/** Finds the time expressions of a Chinese sentence from left to right, none inside another. */
export function findChineseTimes(compact: CompactText): TimeMatch[] {
  const cursor = new TextCursor(compact.text);
  const found: TimeMatch[] = [];
  let unit = -1;
  while (cursor.at < compact.text.length) {
    const start = cursor.at;
    if (unit < start) unit = nextUnit(compact.text, start);
    const near = unit - start <= UNIT_REACH;
    const first = compact.text.charCodeAt(start);
    if (STARTERS[first] === 1 && (near || WORDED[first] === 1)) {
      const shift = near && SHIFTS[first] === 1 ? readShift(cursor, readTime) : undefined;
      const time = shift?.time ?? cursor.attempt(() => readTime(cursor));
      if (time && cursor.at > start) {
        const match: TimeMatch = { time, ...absolute(compact, start, cursor.at) };
        if (shift?.previous) match.previousSpan = absolute(compact, shift.previous.from, shift.previous.to);
        found.push(match);
        continue;
      }
    }
    cursor.at = start + 1;
  }
  return found;
}

/** Offsets in the document's text of a stretch of the compacted one. */
function absolute(compact: CompactText, from: number, to: number) {
  const last = compact.at[to - 1] ?? 0;
  return { from: compact.at[from] ?? last, to: last + 1 };
}

/** One time expression that begins at the cursor. */
function readTime(cursor: TextCursor): TimeExpression | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  return (
    (DIRECTIONS[first] === 1 ? cursor.attempt(() => direction(cursor)) : undefined) ??
    (WORD_TIMES[first] === 1 ? cursor.attempt(() => wordTime(cursor)) : undefined) ??
    (BOUNDS[first] === 1 ? cursor.attempt(() => notBefore(cursor)) : undefined) ??
    cursor.attempt(() => periodTime(cursor)) ??
    (WINDOWS[first] === 1 ? cursor.attempt(() => windowOf(cursor)) : undefined) ??
    cursor.attempt(() => quantityTime(cursor))
  );
}

function direction(cursor: TextCursor): TimeExpression | undefined {
  const compared = cursor.take(
    /(?:比|较|早于|快于|晚于|慢于)(?:[^,，。;；]{0,10})?(?:预期|预计|预想|预料|想象|计划|外界想象|设想|估计|预测)(?:的|中)?(?:时间)?(?:要|会|将|来得|都|能|可能)*(?:还要?|更|大幅|明显|显著|提前)*(?:早|快|晚|慢|提前|推迟)?/y,
  );
  if (compared) {
    if (/(早|快|提前)$|^早于|^快于/.test(compared)) return { type: 'direction', direction: 'sooner' };
    if (/(晚|慢|推迟)$|^晚于|^慢于/.test(compared)) return { type: 'direction', direction: 'later' };
  }
  return undefined;
}

function wordTime(cursor: TextCursor): TimeExpression | undefined {
  if (cursor.take(/有生之年/y)) return { type: 'lifetime' };
  if (cursor.take(/永远|永不|绝不(?=会|可能)|永无/y)) return { type: 'never' };
  if (
    cursor.take(
      /不久的将来|不久之后|不久后|不久(?=将|就|便|会|也)|即将|很快(?=[^,，。]{0,6}[将会就能可要])|马上(?=[就要会将])|近期(?=[^,，。]{0,3}[将会内拟])(?:内|将)?|眼看就要/y,
    )
  ) {
    return { type: 'soon' };
  }
  return undefined;
}

/** 最早也要到2030年, 不会早于2028年, 直到2027年才. */
function notBefore(cursor: TextCursor): TimeExpression | undefined {
  const opener = cursor.take(
    /(?:不会|不可能|绝不会)?(?:早于|先于)|最早也?(?:要|得|需|需要)(?:到|等到)|最快也?(?:要|得|需|需要)(?:到|等到)|至少要?(?:到|等到)|要?等到|直到/y,
  );
  if (!opener) return undefined;
  const period = readPeriod(cursor);
  if (!period) return undefined;
  if (/^(不|绝)/.test(opener)) {
    return { type: 'not-before', period };
  }
  if (/^(早|先)于/.test(opener)) return { type: 'deadline', edge: 'before', period };
  return { type: 'since', period, ...(cursor.take(/(?:以|之)?后|年?以后/y) ? { after: true as const } : {}) };
}

/** Expressions around a period of the calendar: 到2030年, 2030年前, 2030年前后, 2028至2030年, 明年. */
function periodTime(cursor: TextCursor): TimeExpression | undefined {
  const opener =
    cursor.take(
      /最迟(?:在|于|到)?|最晚(?:在|于|到)?|不会?晚于|不会?迟于|截至|截止到?|到了|赶在|至迟|到|至|最快|最早|大约在?|约在?|大概在?|预计在?|在|于|从|自/y,
    ) ?? '';
  const deadlineWord = /^(最迟|最晚|不会?晚于|不会?迟于|至迟|赶在|截至|截止|到|至)/.test(opener);
  const period = readPeriod(cursor);
  if (!period) return undefined;
  const until = cursor.attempt(() => {
    if (!cursor.take(/[-~—–－～至到或和与、]{1,2}|甚至|或者|或是/y)) return undefined;
    const later = readPeriod(cursor);
    return later && comparable(period, later) ? later : undefined;
  });
  if (cursor.take(/之?前后|左右|上下/y)) return { type: 'calendar', period, around: true, ...(until ? { until } : {}) };
  if (cursor.take(/(?:结束)?(?:之|以)?前(?!后|所|端|沿|景|往|半|三|两|瞻|提|期|夕)/y))
    return { type: 'deadline', edge: 'before', period: until ?? period };
  if (cursor.take(/(?:之|以)后(?!半)|后(?=才|[,，]|出|实|将|会|可|能)/y)) {
    return { type: 'since', period, after: true };
  }
  cursor.take(/(?:之|以)?内(?!容|部|存|地|测)/y);
  if (deadlineWord) return { type: 'deadline', edge: 'by', period: until ?? period };
  if (until) return { type: 'calendar', period, until };
  return { type: 'calendar', period };
}

function comparable(a: object, b: object): boolean {
  return Object.keys(a).length > 0 && Object.keys(b).length > 0;
}

/** 未来三年, 今后几年(内), 接下来的18个月, 年内. */
function windowOf(cursor: TextCursor): TimeExpression | undefined {
  if (cursor.take(/年内(?!容|部)/y))
    return cursor.text.charAt(cursor.at - 3).match(/[\d一二两三四五六七八九十几数半]/)
      ? undefined
      : { type: 'calendar', period: { yearOffset: 0 } };
  if (!cursor.take(/(?:在)?(?:未来|今后|接下来|往后|此后|后续|将来)的?/y)) return undefined;
  const quantity = readQuantity(cursor);
  if (!quantity) return undefined;
  cursor.take(/(?:之|以)?内(?!容|部|存|地|测)|里|间|时间(?:内|里)?/y);
  return { type: 'window', quantity };
}

/** A quantity with its marker: 三年内, 五年后, 还需要10年, 一两年就. */
function quantityTime(cursor: TextCursor): TimeExpression | undefined {
  const need = cursor.take(
    /(?:还|仍|至少|尚|可能|大概|大约|恐怕|或许|也许|仍然|依然|起码)*(?:要|需要?|得|有|差|隔着)(?:再|花费?|等上?|经过)*(?:大约|大概|至少|约)?|(?:距离?[^,，。;；]{1,16}?)?(?:还|仍|尚)(?:剩|差|有)/y,
  );
  const spending = need ? undefined : cursor.take(/用(?!了)/y);
  const fastest =
    need || spending ? undefined : cursor.take(/最快(?:在|只需|需要?)?|最早|最迟|最晚|在|于|再过|再有|等/y);
  const quantity = readQuantity(cursor);
  if (!quantity) return undefined;
  if (spending) {
    return cursor.looksAt(/完成|实现|打造|做到|建成|达到|追上|赶上|超越/y) ? { type: 'window', quantity } : undefined;
  }
  if (cursor.take(/(?:之|以)?内(?!容|部|存|地|测)|里(?=[,，将会能可])|(?:时间)?之内|时间内/y))
    return { type: 'window', quantity };
  if (cursor.take(/(?:之|以)?后(?!端|台|悔|果|续|来者)|开外/y)) return { type: 'offset', quantity };
  if (fastest === '再过' || fastest === '再有') return { type: 'offset', quantity };
  if (fastest?.startsWith('最快') && cursor.looksAt(/[,，]|(?:就|便|即|内)?[可能会将]/y))
    return { type: 'offset', quantity };
  if (need && /至少|起码/.test(need)) return { type: 'offset', quantity: { ...quantity, shape: 'at-least' } };
  if (need && !cursor.looksAt(/的(?:历史|经验|数据|积累)|历史|经验/y) && needIsFuture(need))
    return { type: 'offset', quantity };
  // 可能一两年(很快)就可以实现
  if (cursor.looksAt(/(?:很快)?(?:就|便|即)(?:可以?|能|会|将|要|有望)/y)) return { type: 'offset', quantity };
  if (cursor.looksAt(/之遥|的距离/y)) return { type: 'offset', quantity };
  return undefined;
}

/** 有 and 要 alone say too little: 该公司有十年历史. */
function needIsFuture(need: string): boolean {
  return /还|仍|尚|需|至少|可能|大概|恐怕|距离/.test(need) || /^(要|得)/.test(need);
}
