import type { ForecastRow } from '@timbre/contracts';
import { decimalYear } from './decimal-year.js';
import type { ForecastInput, ForecastMark, ForecastPlot, RevisionArrow } from './types.js';

const DAY = 86_400_000;
/** A date that moves by less is the same claim said again. */
const MOVED = 1 / 12;
/** Share of predicted ends that the axis shows in full; the rest run off its top. */
const SHOWN = 0.92;
/** Most labels on the axis of years. */
const STEPS = 8;

const saidOn = (row: ForecastRow) => Date.parse(`${(row.statedOn ?? row.published).slice(0, 10)}T00:00:00Z`);
const middle = (from: string, to: string | null) =>
  to === null ? decimalYear(from) : (decimalYear(from) + decimalYear(to)) / 2;

/** Claims → bars and arrows with axes that a few far-off dates cannot squeeze. */
export function forecastPlot(input: ForecastInput): ForecastPlot {
  const { rows } = input;
  const now = Date.parse(`${input.now.slice(0, 10)}T00:00:00Z`);
  const said = rows.map(saidOn);
  const first = said.reduce((least, at) => Math.min(least, at), now);
  const last = said.reduce((most, at) => Math.max(most, at), now);
  const pad = Math.max(14 * DAY, (last - first) * 0.03);
  const yearFrom = Math.floor(
    rows.reduce((least, row) => Math.min(least, decimalYear(row.from)), decimalYear(new Date(first).toISOString())),
  );
  const top = axisTop(input, decimalYear(input.now));
  const yearStep = Math.max(1, Math.ceil((top - yearFrom) / STEPS));
  const yearTo = yearFrom + Math.ceil((top - yearFrom) / yearStep) * yearStep;
  const marks = rows.map((row, index): ForecastMark => {
    const end = row.to === null ? yearTo : decimalYear(row.to);
    return {
      row: index,
      said: said[index] ?? now,
      from: decimalYear(row.from),
      to: Math.min(end, yearTo),
      openTop: row.to === null || end > yearTo,
      denial: row.kind === 'denial',
    };
  });
  return {
    marks: marks.filter((mark) => mark.from <= yearTo),
    arrows: arrowsOf(rows, said).filter((arrow) => Math.min(arrow.y1, arrow.y2) <= yearTo),
    saidFrom: first - pad,
    saidTo: last + pad,
    yearFrom,
    yearTo,
    yearStep,
    beyond: marks.filter((mark) => mark.from > yearTo).length,
  };
}

function axisTop(input: ForecastInput, now: number): number {
  const ends = input.rows.map((row) => decimalYear(row.to ?? row.from)).sort((left, right) => left - right);
  const shown = ends[Math.max(0, Math.ceil(ends.length * SHOWN) - 1)] ?? now;
  return Math.ceil(Math.max(now + 1, shown) + 0.25);
}

function arrowsOf(rows: readonly ForecastRow[], said: readonly number[]): RevisionArrow[] {
  const bySpeaker = new Map<string, number>();
  const order = rows.map((_, index) => index).sort((left, right) => (said[left] ?? 0) - (said[right] ?? 0));
  return order.flatMap((index): RevisionArrow[] => {
    const row = rows[index];
    const at = said[index];
    if (!row || at === undefined || row.kind === 'denial') return [];
    const y2 = middle(row.from, row.to);
    const speaker = row.speakerEntity ?? row.speaker;
    const key = `${speaker}\u0000${row.subjectEntity ?? row.subject}`;
    const before = speaker === null ? undefined : bySpeaker.get(key);
    if (speaker !== null) bySpeaker.set(key, index);
    if (row.previous) {
      return [{ row: index, x1: at, y1: middle(row.previous.from, row.previous.to), x2: at, y2 }];
    }
    const earlier = before === undefined ? undefined : rows[before];
    const earlierAt = before === undefined ? undefined : said[before];
    if (!earlier || earlierAt === undefined) return [];
    const y1 = middle(earlier.from, earlier.to);
    return Math.abs(y1 - y2) < MOVED ? [] : [{ row: index, x1: earlierAt, y1, x2: at, y2 }];
  });
}
