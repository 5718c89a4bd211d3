import type { Quantity, QuantityShape, Unit } from '../claim.js';
import type { WordCursor } from './word-cursor.js';

const UNITS: Record<string, Unit> = {
  day: 'day', days: 'day', week: 'week', weeks: 'week', month: 'month', months: 'month', quarter: 'quarter',
  quarters: 'quarter', year: 'year', years: 'year', yr: 'year', yrs: 'year', decade: 'decade', decades: 'decade',
  century: 'century', centuries: 'century', generation: 'decade',
}; // prettier-ignore

const NUMBERS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}; // prettier-ignore

const MAGNITUDES: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000, dozen: 12 };

const AT_MOST = [
  'less than',
  'fewer than',
  'under',
  'no more than',
  'not more than',
  'at most',
  'up to',
  'at the most',
];
const AT_LEAST = [
  'at least', 'more than', 'over', 'no less than', 'not less than', 'a minimum of', 'no sooner than', 'well over',
  'upwards of', 'no fewer than', 'beyond',
]; // prettier-ignore
const ABOUT = [
  'about', 'around', 'roughly', 'some', 'approximately', 'perhaps', 'maybe', 'nearly', 'almost', 'just', 'only',
  'as little as', 'as few as', 'possibly', 'probably', 'likely', 'another', 'say', 'at', 'somewhere between', 'still',
  'a mere', 'anywhere from', 'anywhere between', 'between', 'the', 'well', 'within', 'potentially',
]; // prettier-ignore

interface Count {
  lo: number;
  hi: number;
  shape: QuantityShape;
}

/** Reads "two to three years", "at least a decade", "a few thousand days"; `bare` also allows "years" without a number. */
export function parseQuantity(cursor: WordCursor, bare = false): Quantity | undefined {
  return cursor.attempt(() => {
    let bound: QuantityShape | undefined;
    for (let i = 0; i < 4; i += 1) {
      if (cursor.anyPhrase(AT_MOST)) bound = 'at-most';
      else if (cursor.anyPhrase(AT_LEAST)) bound = 'at-least';
      else if (!cursor.anyPhrase(ABOUT)) break;
    }
    const half = parseHalf(cursor);
    const quantity = half ?? parseCounted(cursor) ?? (bare ? parseBare(cursor) : undefined);
    if (!quantity) return undefined;
    const tail = parseTail(cursor);
    const shape = tail ?? bound;
    if (shape === 'at-most' || shape === 'at-least') return { ...quantity, shape };
    return quantity;
  });
}

function parseCounted(cursor: WordCursor): Quantity | undefined {
  const first = parseCount(cursor);
  if (!first) return undefined;
  const second = cursor.attempt(() => {
    // "two years to three years" repeats the unit.
    const start = cursor.at;
    const unit = takeUnit(cursor);
    if (!cursor.take('-', '–', '—', '~', 'to', 'or', 'and')) {
      if (unit !== undefined) cursor.at = start;
      return undefined;
    }
    while (cursor.take('-', 'maybe', 'perhaps', 'possibly', 'even')) continue;
    return parseCount(cursor);
  });
  cursor.take('-', 'more', 'short', 'full', 'additional', 'further', 'or');
  cursor.take('so');
  cursor.take('-');
  const unit = takeUnit(cursor);
  if (!unit) return undefined;
  const halfMore = cursor.phrase('and a half') ? 0.5 : 0;
  if (second) return { lo: first.lo, hi: second.hi, unit, shape: 'range' };
  return { lo: first.lo + halfMore, hi: first.hi + halfMore, unit, shape: first.shape };
}

/** A number, a pair ("two or three" is read by the caller) or a vague word. */
function parseCount(cursor: WordCursor): Count | undefined {
  return cursor.attempt(() => {
    const vague = parseVague(cursor);
    if (vague) return vague;
    const digits = /^\d/.test(cursor.peek()) ? Number(cursor.peek().replaceAll(',', '')) : undefined;
    if (digits !== undefined) {
      // Four digits without a comma are a year.
      if (/^(19|20|21)\d\d$/.test(cursor.peek()) && !/^(day|year|month|week)/.test(cursor.peek(1))) return undefined;
      cursor.at += 1;
      return exact(digits * magnitude(cursor));
    }
    const tens = NUMBERS[cursor.peek()];
    if (tens !== undefined) {
      cursor.at += 1;
      let value = tens;
      const dash = cursor.peek() === '-' ? 1 : 0;
      const ones = NUMBERS[cursor.peek(dash)];
      if (tens >= 20 && ones !== undefined && ones < 10) {
        value += ones;
        cursor.at += dash + 1;
      }
      if (cursor.phrase('and a half')) value += 0.5;
      return exact(value * magnitude(cursor));
    }
    if (cursor.take('a', 'an')) return exact(magnitude(cursor));
    if (MAGNITUDES[cursor.peek()] !== undefined) return exact(magnitude(cursor));
    return undefined;
  });
}

function parseVague(cursor: WordCursor): Count | undefined {
  if (cursor.anyPhrase(['a couple of', 'couple of', 'a couple', 'couple'])) return vague(1, 3, magnitude(cursor));
  if (cursor.anyPhrase(['a few', 'few', 'a handful of', 'handful of', 'a matter of', 'some few'])) {
    if (UNITS[cursor.peek()] === 'decade' && cursor.peek() === 'decades') return vague(2, 5, 1);
    return vague(2, 5, magnitude(cursor));
  }
  if (cursor.take('several', 'multiple', 'many')) return vague(3, 7, magnitude(cursor));
  if (cursor.phrase('dozens of') || cursor.phrase('tens of')) return vague(20, 50, 1);
  if (cursor.phrase('hundreds of')) return vague(200, 500, 1);
  if (cursor.phrase('thousands of')) return vague(2000, 5000, 1);
  return undefined;
}

/** "half a decade", "a year and a half" is read with the unit, "one half of a century". */
function parseHalf(cursor: WordCursor): Quantity | undefined {
  return cursor.attempt(() => {
    cursor.take('a');
    if (!cursor.take('half')) return undefined;
    cursor.take('of');
    cursor.take('a', '-', 'an');
    const unit = takeUnit(cursor);
    return unit ? halfOf(unit) : undefined;
  });
}

/** Half of a long unit is counted in the next smaller one: half a decade is five years. */
function halfOf(unit: Unit): Quantity {
  const [count, smaller] = ({ century: [50, 'year'], decade: [5, 'year'], year: [6, 'month'] } as const)[
    unit as 'year'
  ] ?? [0.5, unit];
  return { lo: count, hi: count, unit: smaller, shape: 'exact' };
}

/** "years", "decades": an unknown number of them. */
function parseBare(cursor: WordCursor): Quantity | undefined {
  const word = cursor.peek();
  const unit = UNITS[word];
  if (!unit || !(word.endsWith('s') || word === 'centuries')) return undefined;
  cursor.at += 1;
  return { lo: 2, hi: 5, unit, shape: 'vague' };
}

function parseTail(cursor: WordCursor): QuantityShape | undefined {
  if (
    cursor.anyPhrase([
      'or less',
      'or fewer',
      'or sooner',
      'or even less',
      'at most',
      'at the most',
      'tops',
      'or earlier',
    ])
  )
    return 'at-most';
  if (cursor.anyPhrase(['or more', 'or longer', 'at least', 'at minimum', 'at a minimum', 'or later', 'plus']))
    return 'at-least';
  cursor.phrase('or so');
  return undefined;
}

function takeUnit(cursor: WordCursor): Unit | undefined {
  const unit = UNITS[cursor.peek()];
  if (unit) cursor.at += 1;
  return unit;
}

function magnitude(cursor: WordCursor): number {
  let factor = 1;
  for (let next = MAGNITUDES[cursor.peek()]; next !== undefined && factor < 1e9; next = MAGNITUDES[cursor.peek()]) {
    factor *= next;
    cursor.at += 1;
  }
  return factor;
}

function exact(value: number): Count {
  return { lo: value, hi: value, shape: 'exact' };
}

function vague(lo: number, hi: number, factor: number): Count {
  return { lo: lo * factor, hi: hi * factor, shape: 'vague' };
}
