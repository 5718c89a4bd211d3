import type { Period, TimeExpression, TimeMatch } from '../claim.js';
import { parsePeriod } from './period.js';
import { parseQuantity } from './quantity.js';
import { insteadShift, parseShift } from './shift.js';
import { opensTime } from './time-openers.js';
import { WordCursor, type Word } from './word-cursor.js';

const SOONER = ['sooner', 'earlier', 'faster', 'quicker'];
const EXPECTED =
  /^(expected|thought|anticipated|planned|forecast|predicted|expectations|previously|many|most|people|we|i|initially|originally|scheduled|experts|he|she|they|the|almost|anyone|any|once|consensus|assumed|hoped)$/;
const NEXT = ['next', 'coming', 'following', 'upcoming'];

/** Finds the time expressions of an English sentence from left to right, none inside another. */
export function findEnglishTimes(words: readonly Word[]): TimeMatch[] {
  const cursor = new WordCursor(words);
  const found: TimeMatch[] = [];
  while (cursor.at < words.length) {
    const start = cursor.at;
    if (!opensTime(words[start]?.text ?? '')) {
      cursor.at = start + 1;
      continue;
    }
    const moved = parseShift(cursor);
    const plain = moved ? undefined : cursor.attempt(() => parseTime(cursor));
    const shift = moved ?? (plain && insteadShift(cursor, plain));
    const time = shift?.time ?? plain;
    const first = words[start];
    const last = words[cursor.at - 1];
    if (time && first && last && cursor.at > start) {
      found.push({
        time,
        from: first.from,
        to: last.to,
        ...(shift?.previousSpan ? { previousSpan: shift.previousSpan } : {}),
      });
    } else cursor.at = start + 1;
  }
  return found;
}

/** One time expression that begins at the cursor. */
function parseTime(cursor: WordCursor): TimeExpression | undefined {
  return (
    cursor.attempt(() => direction(cursor)) ??
    cursor.attempt(() => lifetime(cursor)) ??
    cursor.attempt(() => notBefore(cursor)) ??
    cursor.attempt(() => deadline(cursor)) ??
    cursor.attempt(() => windowOf(cursor)) ??
    cursor.attempt(() => calendar(cursor)) ??
    cursor.attempt(() => offset(cursor)) ??
    cursor.attempt(() => lastingOffset(cursor)) ??
    cursor.attempt(() => wordTime(cursor))
  );
}

function direction(cursor: WordCursor): TimeExpression | undefined {
  if (cursor.anyPhrase(['ahead of schedule', 'ahead of expectations', 'ahead of plan']))
    return { type: 'direction', direction: 'sooner' };
  if (cursor.anyPhrase(['behind schedule'])) return { type: 'direction', direction: 'later' };
  cursor.anyPhrase(['much', 'far', 'even', 'well', 'years', 'considerably', 'significantly', 'slightly', 'somewhat']);
  const word = cursor.take('sooner', 'earlier', 'faster', 'quicker', 'later', 'slower');
  if (!word || !cursor.take('than') || !EXPECTED.test(cursor.peek())) return undefined;
  // "sooner than most people expected": the standard of comparison belongs to the expression.
  for (let i = 0; i < 6 && /^[a-z']+$/.test(cursor.peek()); i += 1) {
    cursor.at += 1;
    if (
      /^(expect|thought|think|anticipat|plan|forecast|predict|schedul|imagin|assum|believ|realiz|hop)/.test(
        cursor.peek(-1),
      )
    )
      break;
  }
  return { type: 'direction', direction: SOONER.includes(word) ? 'sooner' : 'later' };
}

function lifetime(cursor: WordCursor): TimeExpression | undefined {
  if (!cursor.take('in', 'within', 'during')) return undefined;
  if (!cursor.take('my', 'our', 'your', 'his', 'her', 'their', 'a', 'the', 'most', 'this', 'one')) return undefined;
  cursor.anyPhrase(['own', "people 's", 'current', "children 's", "generation 's"]);
  return cursor.take('lifetime', 'lifetimes') ? { type: 'lifetime' } : undefined;
}

/** "not before 2030", "no earlier than 2027", "not until next year", "until at least 2028". */
function notBefore(cursor: WordCursor): TimeExpression | undefined {
  if (
    cursor.anyPhrase(['no earlier than', 'no sooner than', 'not earlier than', 'not sooner than', 'at the earliest in'])
  ) {
    const period = parsePeriod(cursor);
    if (period) return { type: 'since', period };
    const quantity = parseQuantity(cursor, true);
    return quantity && { type: 'offset', quantity: { ...quantity, shape: 'at-least' } };
  }
  if (cursor.phrase('at least')) {
    const period = parsePeriod(cursor);
    return period && { type: 'since', period };
  }
  if (cursor.take('not')) {
    if (!cursor.take('before', 'until', 'till')) return undefined;
  } else if (!cursor.take('until', 'till')) return undefined;
  cursor.anyPhrase(['at least', 'at the earliest', 'well into', 'sometime in', 'after', 'the', 'some time in']);
  const period = parsePeriod(cursor);
  return period && { type: 'not-before', period };
}

function deadline(cursor: WordCursor): TimeExpression | undefined {
  if (cursor.anyPhrase(['by this time next year', 'this time next year', 'a year from now']))
    return { type: 'window', quantity: { lo: 1, hi: 1, unit: 'year', shape: 'exact' } };
  const before = cursor.anyPhrase(['before', 'prior to', 'ahead of']) !== undefined;
  if (!before && !cursor.anyPhrase(['by', 'no later than', 'not later than', 'come'])) return undefined;
  cursor.anyPhrase([
    'around',
    'about',
    'roughly',
    'as early as',
    'at least',
    'at the latest',
    'sometime in',
    'or before',
    'as soon as',
    'perhaps',
    'maybe',
    'the time of',
  ]);
  if (cursor.phrase('the decade is out') || cursor.phrase('the decade ends'))
    return { type: 'deadline', edge: 'by', period: { decadeOffset: 0, part: 'end' } };
  if (cursor.phrase('the year is out') || cursor.phrase('the year ends'))
    return { type: 'deadline', edge: 'by', period: { yearOffset: 0, part: 'end' } };
  if (cursor.anyPhrase(['mid - century', 'midcentury', 'the middle of the century']))
    return { type: 'deadline', edge: 'by', period: { centuryOffset: 0, part: 'mid' } };
  if (cursor.phrase('christmas')) return { type: 'deadline', edge: 'by', period: { month: 12, day: 25 } };
  const period = parsePeriod(cursor);
  if (!period) return undefined;
  // "by 2029 or 2030": the later one is the deadline.
  const later = cursor.attempt(() => (cursor.take('or', '-', '–') ? parsePeriod(cursor) : undefined));
  return { type: 'deadline', edge: before ? 'before' : 'by', period: later ?? period };
}

function windowOf(cursor: WordCursor): TimeExpression | undefined {
  const opener = cursor.anyPhrase([
    'within',
    'inside of',
    'inside',
    'in',
    'over',
    'during',
    'throughout',
    'for',
    'sometime in',
    'at some point in',
  ]);
  if (!opener) return undefined;
  cursor.anyPhrase(['as little as', 'perhaps', 'about', 'maybe']);
  const the = cursor.take('the');
  const next = cursor.take(...NEXT);
  if (next && cursor.take('year') && opener !== 'for' && (the || next !== 'next'))
    return { type: 'window', quantity: { lo: 1, hi: 1, unit: 'year', shape: 'exact' } };
  if (next || opener === 'within' || opener.startsWith('inside')) {
    const quantity = parseQuantity(cursor, true) ?? singleUnit(cursor);
    if (!quantity || (opener === 'for' && !next)) return undefined;
    if (!next && cursor.take('of')) return undefined;
    return { type: 'window', quantity };
  }
  return undefined;
}

/** "the next decade": one of them. */
function singleUnit(cursor: WordCursor) {
  const quantityUnits = {
    day: 'day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    decade: 'decade',
    century: 'century',
    year: 'year',
  } as const;
  const word = cursor.peek();
  if (!Object.hasOwn(quantityUnits, word)) return undefined;
  cursor.at += 1;
  return { lo: 1, hi: 1, unit: quantityUnits[word as keyof typeof quantityUnits], shape: 'exact' as const };
}

function calendar(cursor: WordCursor): TimeExpression | undefined {
  if (cursor.anyPhrase(['after', 'beyond'])) {
    const period = parsePeriod(cursor);
    if (!period) return undefined;
    return { type: 'since', period, after: true };
  }
  if (
    cursor.anyPhrase(['around', 'circa', 'about', 'roughly', 'approximately', 'in or around', 'in around', 'in about'])
  ) {
    const period = parsePeriod(cursor);
    return period && { type: 'calendar', period, around: true };
  }
  const between = cursor.attempt(() => {
    if (!cursor.anyPhrase(['between', 'sometime between', 'from'])) return undefined;
    const period = parsePeriod(cursor);
    if (!period || !cursor.take('and', 'to', 'through', '-', '–')) return undefined;
    const until = parsePeriod(cursor);
    return until && { period, until };
  });
  if (between) return { type: 'calendar', ...between };
  const opener = cursor.anyPhrase([
    'as early as', 'as soon as', 'sometime in', 'some time in', 'sometime', 'in', 'during', 'on', 'at', 'for', 'of', 'to', 'from', 'starting in', 'starting', 'later in', 'a',
  ]); // prettier-ignore
  const period = parsePeriod(cursor);
  if (!period) return undefined;
  if (!opener && period.year !== undefined && !bareYearAllowed(cursor)) return undefined;
  const until = cursor.attempt(() => {
    cursor.take(',');
    if (!cursor.take('or', '-', '–', '/')) return undefined;
    cursor.anyPhrase(['early', 'in', 'maybe', 'possibly', 'perhaps', 'even']);
    return parsePeriod(cursor) ?? sameMillennium(cursor);
  });
  return until ? { type: 'calendar', period, until } : { type: 'calendar', period };
}

/** A year without a preposition is a date only next to words such as "targeting"; "the 2027 budget" is not one. */
function bareYearAllowed(cursor: WordCursor): boolean {
  const year = cursor.words.findLastIndex((word, i) => i < cursor.at && /^\d{4}$/.test(word.text));
  const before = cursor.words[year - 1]?.text ?? '';
  return (
    /^(target(s|ed|ing)?|expect(s|ed|ing)?|early|late|mid|-|predict(s|ed|ing)?|says?|is|be|,|planned|eyes|eyeing|favou?rs?|likely|spring|summer|fall|autumn|winter|q|h|[1-4])$/.test(
      before,
    ) || year === 0
  );
}

function sameMillennium(cursor: WordCursor): Period | undefined {
  if (!/^\d{2}$/.test(cursor.peek())) return undefined;
  const year = 2000 + Number(cursor.peek());
  cursor.at += 1;
  return { year };
}

function offset(cursor: WordCursor): TimeExpression | undefined {
  const first = cursor.at;
  const opened = cursor.anyPhrase(['in']);
  const quantity = parseQuantity(cursor, true);
  if (!quantity) return undefined;
  cursor.anyPhrase(["' time", "'s time", 'time', '’ time']);
  const away = cursor.anyPhrase([
    'from now',
    'away',
    'off',
    'out',
    'hence',
    'down the road',
    'into the future',
    'from today',
    'later',
    'from then',
    'down the line',
    'ahead',
    'to go',
  ]);
  if (away === 'later' || away === 'from then') return undefined;
  // "it may be 20 years or less"
  const bounded = quantity.shape === 'at-most' || quantity.shape === 'at-least';
  if (!opened && bounded && /^(?:be|is|are|it's|took)$/.test(cursor.words[first - 1]?.text ?? ''))
    return { type: 'offset', quantity };
  if (opened ? cursor.peek(-1) !== 'from' : away !== undefined) return { type: 'offset', quantity };
  return undefined;
}

/** "will take at least ten years", "could need another decade". */
function lastingOffset(cursor: WordCursor): TimeExpression | undefined {
  if (!cursor.take('take', 'need', 'require')) return undefined;
  cursor.anyPhrase(['us', 'them', 'it', 'humanity', 'researchers']);
  const quantity = parseQuantity(cursor, true);
  return quantity && { type: 'offset', quantity };
}

function wordTime(cursor: WordCursor): TimeExpression | undefined {
  if (cursor.take('never')) return cursor.attempt(() => lifetime(cursor)) ?? { type: 'never' };
  if (
    cursor.anyPhrase([
      'in the near future',
      'any day now',
      'before long',
      'very soon',
      'imminently',
      'shortly',
      'in due course',
    ])
  )
    return { type: 'soon' };
  if (cursor.peek() === 'soon' && !['as', 'how', 'too', 'so'].includes(cursor.peek(-1)) && cursor.peek(1) !== 'after') {
    cursor.at += 1;
    return { type: 'soon' };
  }
  return undefined;
}
