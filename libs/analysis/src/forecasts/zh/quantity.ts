import type { Quantity, QuantityShape, Unit } from '../claim.js';
import { readNumeral } from './numeral.js';
import type { TextCursor } from './text-cursor.js';

const UNITS: readonly [RegExp, Unit][] = [
  [/年代/y, 'decade'],
  [/年(?!级|度|龄|轻|薪|报|代|会|货|均|产|化|增|费|底|初|中|末)/y, 'year'],
  [/个?月/y, 'month'],
  [/个?(?:星期|礼拜)|周(?!年|边|期|岁|报|刊)/y, 'week'],
  [/天|日(?!本|报|均|活)/y, 'day'],
  [/个?季度/y, 'quarter'],
  [/个?世纪/y, 'century'],
  [/个十年/y, 'decade'],
];
const AT_MOST = /不到|不足|少于|不超过|不会超过|最多|至多|用不了|要不了|不出/y;
const AT_LEAST = /至少|起码|不少于|不低于|最少|超过|不止|最快也要|最快也得|少说|至少还?(?:要|需要?)/y;
const ABOUT = /大约|大概|约|近|差不多|将近|接近|可能|或许|也许|再|短短|仅|只|只需|还|整整|等/y;

/** Reads 三到五年, 至少10年, 不到两年, 半年, 一年半, 十年以上; the marker 内 or 后 is left to the caller. */
export function readQuantity(cursor: TextCursor): Quantity | undefined {
  return cursor.attempt(() => {
    let bound: QuantityShape | undefined;
    for (let i = 0; i < 3; i += 1) {
      if (cursor.take(AT_MOST)) bound = 'at-most';
      else if (cursor.take(AT_LEAST)) bound = 'at-least';
      else if (!cursor.take(ABOUT)) break;
    }
    const counted = readCounted(cursor);
    if (!counted) return undefined;
    const tail = readTail(cursor);
    return (tail ?? bound) ? { ...counted, shape: tail ?? bound ?? counted.shape } : counted;
  });
}

function readCounted(cursor: TextCursor): Quantity | undefined {
  const first = readNumeral(cursor.text, cursor.at);
  if (!first) return undefined;
  cursor.at += first.length;
  const halfOfUnit = cursor.take(/个半(?=月|星期|世纪|季度)/y) ? 0.5 : 0;
  const second = cursor.attempt(() => {
    readUnit(cursor);
    if (!cursor.take(/[-~—–－～至到、或]{1,2}|甚至/y)) return undefined;
    const numeral = readNumeral(cursor.text, cursor.at);
    if (numeral) cursor.at += numeral.length;
    return numeral;
  });
  const unit = readUnit(cursor);
  if (!unit) return undefined;
  if (second && second.hi > first.lo) return { lo: first.lo, hi: second.hi, unit, shape: 'range' };
  if (first.lo === 0.5 && first.hi === 0.5 && unit === 'year') return { lo: 6, hi: 6, unit: 'month', shape: 'exact' };
  const half = cursor.take(/半(?=$|[^个年载])/y) ? 0.5 : halfOfUnit;
  const shape = first.vague ? 'vague' : 'exact';
  return { lo: first.lo + half, hi: first.hi + half, unit, shape };
}

function readUnit(cursor: TextCursor): Unit | undefined {
  for (const [pattern, unit] of UNITS) if (cursor.take(pattern)) return unit;
  return undefined;
}

function readTail(cursor: TextCursor): QuantityShape | undefined {
  cursor.take(/左右|上下|的?时间|光景/y);
  if (cursor.take(/以上|开外|或更久|或更长(?:的?时间)?|甚至更久|甚至更长(?:的?时间)?/y)) return 'at-least';
  if (cursor.take(/或更短(?:的?时间)?|甚至更短(?:的?时间)?/y)) return 'at-most';
  return undefined;
}
