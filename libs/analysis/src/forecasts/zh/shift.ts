import type { TimeExpression } from '../claim.js';
import { readNumeral, readYearNumber } from './numeral.js';
import { readPeriod } from './period.js';
import { readQuantity } from './quantity.js';
import type { TextCursor } from './text-cursor.js';

/** A shift; `previous` spans the old date in the compacted text. */
interface ShiftReading {
  time: TimeExpression;
  previous?: { from: number; to: number };
}

const SOONER = '缩短|提前|提早|加快|压缩|缩减|下调|前移|早';
const LATER = '推迟|延后|延期|延迟|延长|推后|顺延|后延|拖延|拖|跳票|押后|上调|后移|搁置|推';
const EITHER = '改口|修正|调整|变更|更改|修改|改|变成|变|更新|移|降|更正|下修|上修';
const MOVED = new RegExp(
  `(?:一再|再次|大幅|已|已经|被|又|直接|进一步|将|会|可能|正式|主动)*(${SOONER}|${LATER}|${EITHER})了?(?:到了?|至|为|成)?`,
  'y',
);
const LATER_ONLY = new RegExp(LATER);
const SOONER_ONLY = new RegExp(SOONER);
/** Characters that may stand between the old date and the verb. */
const GAP = 14;

/** 从10年缩短至一两年, 由原定的2025年推迟到2026年, 推迟至明年, 提前到2027年, 原定2025年发布…推迟到2026年. */
export function readShift(
  cursor: TextCursor,
  readTime: (cursor: TextCursor) => TimeExpression | undefined,
): ShiftReading | undefined {
  const start = cursor.at;
  const found = cursor.attempt(() => fromShift(cursor)) ?? cursor.attempt(() => verbShift(cursor, readTime));
  if (!found) cursor.at = start;
  return found;
}

function fromShift(cursor: TextCursor): ShiftReading | undefined {
  if (
    !cursor.take(
      /从|由|自|原定于?|原计划于?|原本(?:计划|预计|定)?(?:于|在)?|原先(?:计划|预计)?的?|此前(?:预计|预测|预期|计划)的?|先前(?:预计|预测)的?|最初(?:预计|计划)的?/y,
    )
  )
    return undefined;
  cursor.take(
    /原定于?的?|原计划的?|原来的?|原先的?|此前(?:预计|预测|预期|计划|公布)?的?|先前(?:预计|预测)?的?|之前(?:预计|预测)?的?|最初的?|预计的?/y,
  );
  cursor.take(/在|于/y);
  const from = cursor.at;
  const previous = point(cursor, true);
  const to = cursor.at;
  if (!previous) return undefined;
  const moved = findMove(cursor);
  if (moved === undefined) return undefined;
  const value = point(cursor, false);
  if (!value) return undefined;
  return { time: shift(moved, value, previous), previous: { from, to } };
}

/** The verb of moving, within a short gap of words such as 的发布时间. */
function findMove(cursor: TextCursor): string | undefined {
  for (let i = 0; i <= GAP; i += 1) {
    const moved = cursor.attempt(() => {
      const verb = cursor.take(MOVED);
      return verb && /[到至为成]了?$/.test(verb) ? verb : undefined;
    });
    if (moved) return moved;
    const next = cursor.text.charAt(cursor.at);
    if (next === '' || /[。;；!?！？]/.test(next)) return undefined;
    cursor.at += 1;
  }
  return undefined;
}

function verbShift(
  cursor: TextCursor,
  readTime: (cursor: TextCursor) => TimeExpression | undefined,
): ShiftReading | undefined {
  const verb = cursor.take(MOVED);
  if (!verb || (!LATER_ONLY.test(verb) && !SOONER_ONLY.test(verb) && !verb.includes('改口'))) return undefined;
  const marked = /[到至为成]了?$/.test(verb);
  if (/^(早|移|推|拖)/.test(verb) && !marked) return undefined;
  if (!marked) return undefined;
  const value =
    cursor.attempt(() => {
      const time = readTime(cursor);
      return time && time.type !== 'direction' && time.type !== 'soon' ? time : undefined;
    }) ?? point(cursor, false);
  return value && { time: shift(verb, value) };
}

function shift(verb: string, value: TimeExpression, previous?: TimeExpression): TimeExpression {
  const direction = LATER_ONLY.test(verb) ? 'later' : SOONER_ONLY.test(verb) ? 'sooner' : undefined;
  return { type: 'shift', value, ...(previous ? { previous } : {}), ...(direction ? { direction } : {}) };
}

/** A date or a length of time without a marker; the old one may lack 年 (从10到5年). */
function point(cursor: TextCursor, elliptic: boolean): TimeExpression | undefined {
  cursor.take(/最早|最快|大约|约/y);
  const period = readPeriod(cursor);
  if (period) {
    const until = cursor.attempt(() => {
      if (!cursor.take(/[-~—–－～至到或]{1,2}/y)) return undefined;
      return readPeriod(cursor);
    });
    cursor.take(/(?:之|以)?[前内](?!景|后)/y);
    return until ? { type: 'calendar', period, until } : { type: 'calendar', period };
  }
  const quantity = readQuantity(cursor);
  if (quantity) {
    cursor.take(/(?:之|以)?[后内]/y);
    return { type: 'offset', quantity };
  }
  if (!elliptic) return undefined;
  const year = readYearNumber(cursor.text, cursor.at);
  if (year) {
    cursor.at += year.length;
    return { type: 'calendar', period: { year: year.year } };
  }
  const number = readNumeral(cursor.text, cursor.at);
  if (!number) return undefined;
  cursor.at += number.length;
  return { type: 'offset', quantity: { lo: number.lo, hi: number.hi, unit: 'year', shape: 'exact' } };
}
