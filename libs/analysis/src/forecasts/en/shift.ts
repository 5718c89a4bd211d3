import type { Span } from '@timbre/contracts';
import type { TimeExpression } from '../claim.js';
import { parsePeriod } from './period.js';
import { parseQuantity } from './quantity.js';
import type { WordCursor } from './word-cursor.js';

/** A shift with the words of the date that it moves away from. */
interface ShiftParse {
  time: TimeExpression;
  previousSpan?: Span;
}

const LATER = [
  'pushed back', 'pushed out', 'pushed', 'delayed', 'postponed', 'deferred', 'slipped', 'slip', 'moved back', 'put off',
  'pushing back', 'delaying', 'postponing', 'delay', 'postpone', 'push back', 'extended', 'lengthened', 'set back', 'slips',
  'delays', 'postpones', 'pushes back',
]; // prettier-ignore
const SOONER = [
  'brought forward', 'moved up', 'moved forward', 'accelerated', 'shortened', 'cut', 'advanced', 'bringing forward', 'shrunk',
  'pulled forward', 'pulled in', 'brings forward', 'bring forward', 'reduced', 'shorten', 'shortens', 'compressed', 'narrowed',
  'cuts', 'shortening', 'shaved', 'lowered', 'collapsed', 'shrink',
]; // prettier-ignore
const EITHER = [
  'revised',
  'moved',
  'shifted',
  'changed',
  'updated',
  'rescheduled',
  'went',
  'gone',
  'dropped',
  'fell',
  'fallen',
  'revising',
  'shift',
  'move',
  'moves',
  'shifts',
  'revises',
  'changing',
  'moving',
  'rather',
  'instead',
  'down',
  'up',
];
const OBJECT_WORDS = 8;

/** "pushed back from 2026 to 2028", "delayed until next year", "from 10 years to two", "in 2027 instead of 2030". */
export function parseShift(cursor: WordCursor): ShiftParse | undefined {
  if (!opensShift(cursor.peek())) return undefined;
  const start = cursor.at;
  const found = verbShift(cursor) ?? nakedShift(cursor);
  if (!found) cursor.at = start;
  return found;
}

const FIRST_WORDS = new Set([...LATER, ...SOONER, ...EITHER, 'from'].map((phrase) => phrase.split(' ')[0] ?? ''));

export function opensShift(word: string): boolean {
  return FIRST_WORDS.has(word);
}

function verbShift(cursor: WordCursor): ShiftParse | undefined {
  return cursor.attempt(() => {
    const later = cursor.anyPhrase(LATER);
    const sooner = later ? undefined : cursor.anyPhrase(SOONER);
    const either = later ?? sooner ?? cursor.anyPhrase(EITHER);
    if (!either) return undefined;
    const direction = later ? 'later' : sooner ? 'sooner' : undefined;
    for (let i = 0; i <= OBJECT_WORDS; i += 1) {
      const moved = fromToShift(cursor) ?? (direction ? toShift(cursor) : undefined);
      if (moved?.time.type === 'shift')
        return { ...moved, time: { ...moved.time, ...(direction ? { direction } : {}) } };
      if (!/^[a-z'’-]+$/.test(cursor.peek()) || /^(and|but|while|which|that)$/.test(cursor.peek())) return undefined;
      cursor.at += 1;
    }
    return undefined;
  });
}

/** Without a verb, "from 2025 to 2027" is a stretch of time; it moves a date only when it goes back or counts years. */
function nakedShift(cursor: WordCursor): ShiftParse | undefined {
  return cursor.attempt(() => {
    const found = fromToShift(cursor);
    if (found?.time.type !== 'shift' || !found.time.previous) return undefined;
    const { previous, value } = found.time;
    if (previous.type === 'calendar' && value.type === 'calendar') {
      return (value.period.year ?? 9999) < (previous.period.year ?? 0) ? found : undefined;
    }
    return found;
  });
}

function toShift(cursor: WordCursor): ShiftParse | undefined {
  return cursor.attempt(() => {
    if (!cursor.anyPhrase(['to', 'until', 'till', 'into', 'by', 'from'])) return undefined;
    if (cursor.peek(-1) === 'by' || cursor.peek(-1) === 'from') return undefined;
    cursor.anyPhrase([
      'at least',
      'sometime in',
      'as late as',
      'as early as',
      'around',
      'about',
      'no earlier than',
      'just',
    ]);
    const value = shiftPoint(cursor);
    return value && { time: { type: 'shift', value } };
  });
}

function fromToShift(cursor: WordCursor): ShiftParse | undefined {
  return cursor.attempt(() => {
    if (!cursor.take('from')) return undefined;
    cursor.anyPhrase([
      'its original',
      'the original',
      'an original',
      'a previous',
      'an earlier',
      'his previous',
      'her previous',
      'around',
      'about',
      'an initial',
      'a planned',
      'its planned',
    ]);
    const first = cursor.at;
    const previous = shiftPoint(cursor, true);
    const last = cursor.at - 1;
    if (!previous) return undefined;
    cursor.take(',');
    if (!cursor.anyPhrase(['down to', 'up to', 'to', 'into', 'until', 'forward to', 'back to'])) return undefined;
    cursor.anyPhrase(['just', 'around', 'about', 'as little as', 'perhaps', 'maybe', 'sometime in', 'only', 'roughly']);
    const value = shiftPoint(cursor);
    if (!value) return undefined;
    return { time: { type: 'shift', previous, value }, previousSpan: spanOf(cursor, first, last) };
  });
}

/** "2028 instead of 2026", "2028 rather than 2026": `value` has been read, the second date is the old one. */
export function insteadShift(cursor: WordCursor, value: TimeExpression): ShiftParse | undefined {
  if (value.type === 'direction' || value.type === 'never') return undefined;
  return cursor.attempt(() => {
    cursor.take(',');
    if (!cursor.anyPhrase(INSTEAD)) return undefined;
    cursor.anyPhrase(OLD_DATE);
    const first = cursor.at;
    const previous = shiftPoint(cursor, true);
    if (!previous) return undefined;
    return { time: { type: 'shift', previous, value }, previousSpan: spanOf(cursor, first, cursor.at - 1) };
  });
}

const INSTEAD = [
  'instead of', 'rather than', 'not in', 'and not', 'compared with', 'up from', 'down from', 'versus', 'from a previous', 'from',
]; // prettier-ignore
const OLD_DATE = [
  'the originally planned', 'the previously planned', 'the planned', 'the original', 'an earlier estimate of',
  'a previous estimate of', 'by', 'in', 'within', 'a previous',
]; // prettier-ignore

/** A date or a length of time without its preposition; a number may lack its unit when the other side has it. */
function shiftPoint(cursor: WordCursor, elliptic = false): TimeExpression | undefined {
  cursor.take('in', 'by', 'within');
  const period = parsePeriod(cursor);
  if (period) {
    const until = cursor.attempt(() => (cursor.take('-', '–', 'or') ? parsePeriod(cursor) : undefined));
    return until ? { type: 'calendar', period, until } : { type: 'calendar', period };
  }
  const quantity = parseQuantity(cursor, true);
  if (quantity) {
    cursor.anyPhrase(['from now', 'away', 'out']);
    return { type: 'offset', quantity };
  }
  if (elliptic && /^\d{1,2}$/.test(cursor.peek())) {
    const count = Number(cursor.peek());
    cursor.at += 1;
    return { type: 'offset', quantity: { lo: count, hi: count, unit: 'year', shape: 'exact' } };
  }
  return undefined;
}

function spanOf(cursor: WordCursor, first: number, last: number): Span {
  return { from: cursor.words[first]?.from ?? 0, to: cursor.words[last]?.to ?? 0 };
}
