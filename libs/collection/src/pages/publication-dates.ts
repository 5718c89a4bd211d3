import type { PageDate } from './page-date.js';
import type { ShownDates } from './shown-dates.js';
import type { StatedDates } from './stated-dates.js';

export interface PublicationDates {
  published: PageDate | null;
  modified: PageDate | null;
}

/** Witnesses that copy from one another: a group counts as its weightiest, and a little more for each that agrees. */
type Group = 'data' | 'shown' | 'address' | 'script';

/** A witness of the day of publication, and how much it counts. */
interface Witness {
  date: PageDate;
  weight: number;
  group: Group;
}

/** One weak witness alone is not believed: no date is better than a wrong one. */
const BELIEVED = 1.2;
const AGREEING = 0.25;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Readers are at most this far from UTC. */
const FARTHEST = 14;

/**
 * When the page says it was published and last changed. Data, markup, address and visible wording each name a day; the
 * day that most of them name wins, since templates copy the date of the last change, of the import or of the event into
 * one of them, but rarely into all.
 */
export function publicationDates(stated: StatedDates, shown: ShownDates, address: PageDate | null): PublicationDates {
  const witnesses: Witness[] = [];
  const hear = (group: Group, weight: number, date: PageDate | null) => {
    if (date) witnesses.push({ date, weight, group });
  };
  hear('data', 2, stated.structured);
  hear('data', 3, stated.meta);
  hear('data', isChange(stated.general, shown) ? 0.6 : 1.2, stated.general);
  hear('data', 2, shown.property);
  hear('data', 0.5, stated.created);
  hear('script', 1.2, stated.script);
  for (const { date, weight } of shown.published) hear('shown', weight, date);
  hear('address', 2.5, address);
  const modified = stated.modified ?? shown.modified;
  return { published: elected(inReadersDays(witnesses)) ?? shown.relative ?? shownChange(shown, stated), modified };
}

/** The day with most weight, as its first witness dates it; a tie goes to the day that was named first. */
function elected(witnesses: readonly Witness[]): PageDate | null {
  const days = new Map<string, Witness[]>();
  for (const witness of witnesses) days.set(dayOf(witness.date), [...(days.get(dayOf(witness.date)) ?? []), witness]);
  let winner: Witness[] | null = null;
  for (const named of days.values()) {
    if (weightOf(named) >= BELIEVED && (winner === null || weightOf(named) > weightOf(winner))) winner = named;
  }
  if (winner === null) return null;
  return winner.map(({ date }) => date).find(hasTime) ?? winner[0]!.date;
}

function weightOf(named: readonly Witness[]): number {
  const groups = new Map<Group, number[]>();
  for (const { group, weight } of named) groups.set(group, [...(groups.get(group) ?? []), weight]);
  let sum = 0;
  for (const weights of groups.values()) {
    const most = Math.max(...weights);
    sum += most + AGREEING * Math.min(2, weights.length - 1);
  }
  return sum;
}

/**
 * Moves instants stated in UTC to the neighbouring day that the page shows or has in its address: many systems state UTC
 * while the page tells local time.
 */
function inReadersDays(witnesses: readonly Witness[]): Witness[] {
  const local = new Set(
    witnesses
      .filter(({ date, group }) => (group === 'shown' || group === 'address') && !date.utc)
      .map(({ date }) => dayOf(date)),
  );
  return witnesses.map((witness) => {
    const { date } = witness;
    if (!date.utc || !hasTime(date) || local.has(dayOf(date))) return witness;
    for (const day of local) {
      const moved = onDay(date, day);
      if (moved) return { ...witness, date: moved };
    }
    return witness;
  });
}

/** The instant in the nearest zone that puts it on the given day; null when no zone does. */
function onDay(date: PageDate, day: string): PageDate | null {
  const start = Date.parse(day);
  const instant = date.instant.getTime();
  const hours =
    instant < start ? Math.ceil((start - instant) / HOUR) : -(Math.floor((instant - start - DAY) / HOUR) + 1);
  return Math.abs(hours) <= FARTHEST ? { ...date, offset: hours * 60 } : null;
}

/** Pages that tell only their last change: what they show of it, perhaps without its year, is their date. */
function shownChange(shown: ShownDates, stated: StatedDates): PageDate | null {
  if (stated.structured !== null || stated.meta !== null) return null;
  if (stated.modified !== null && shown.yearless.has(dayOf(stated.modified).slice(5))) return stated.modified;
  return shown.modified;
}

/** Whether a date is the one that the page calls its last change. */
const isChange = (date: PageDate | null, { modified }: ShownDates): boolean =>
  date !== null && modified !== null && dayOf(date) === dayOf(modified);

const localTime = ({ instant, offset }: PageDate): Date => new Date(instant.getTime() + (offset ?? 0) * MINUTE);

/** The day as the page's readers see it, `2026-03-01`. */
const dayOf = (date: PageDate): string => localTime(date).toISOString().slice(0, 10);

const hasTime = (date: PageDate): boolean => localTime(date).getTime() % DAY !== 0;
