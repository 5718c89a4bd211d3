import {
  dateByHeading,
  labelledDate,
  metaDate,
  microdataDate,
  MODIFIED,
  namedElement,
  PUBLISHED,
  scriptDate,
  structuredDate,
  timeElement,
} from './date-evidence.js';
import type { PageDocument } from './page-dom.js';
import type { PageFacts } from './page-facts.js';
import { urlDate } from './url-date.js';
import type { DateReading, PageDate } from './visible-date.js';

export interface PublicationDates {
  published: PageDate | null;
  modified: PageDate | null;
}

/** A witness of the day of publication, and how much it counts. */
interface Witness {
  date: PageDate;
  weight: number;
}

/** One weak witness alone is not believed: no date is better than a wrong one. */
const BELIEVED = 1.2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * When the page says it was published and last changed. Data, markup, address and visible wording each name a day; the
 * day that most of them name wins, since templates copy the date of the last change, of the import or of the event into
 * one of them, but rarely into all.
 */
export function publicationDates(
  document: PageDocument,
  facts: PageFacts,
  shown: string,
  url: string | null,
  reading: DateReading,
): PublicationDates {
  const modified = structuredDate(facts, 'dateModified', reading) ?? metaDate(facts, MODIFIED, reading);
  const witnesses: Witness[] = [];
  const hear = (weight: number, date: PageDate | null) => {
    if (date) witnesses.push({ date, weight });
  };
  hear(2, structuredDate(facts, 'datePublished', reading));
  hear(3, metaDate(facts, PUBLISHED, reading));
  hear(1.5, microdataDate(document, reading));
  hear(1.5, scriptDate(document, reading));
  hear(2.5, timeElement(document, reading));
  hear(2.5, urlDate(url, reading.now));
  hear(2.5, namedElement(document, reading));
  hear(3, dateByHeading(document, reading));
  hear(1.2, labelledDate(shown, reading));
  hear(0.5, structuredDate(facts, 'dateCreated', reading));
  hear(0.5, structuredDate(facts, 'uploadDate', reading));
  return { published: elected(witnesses) ?? shownChange(shown, modified), modified };
}

/** The day with most weight, as its first witness dates it; a tie goes to the day that was named first. */
function elected(witnesses: readonly Witness[]): PageDate | null {
  const votes = new Map<string, number>();
  for (const { date, weight } of witnesses) votes.set(dayOf(date), (votes.get(dayOf(date)) ?? 0) + weight);
  let winner: string | null = null;
  for (const [day, weight] of votes) {
    if (weight >= BELIEVED && (winner === null || weight > votes.get(winner)!)) winner = day;
  }
  if (winner === null) return null;
  const named = witnesses.filter(({ date }) => dayOf(date) === winner).map(({ date }) => date);
  const exact =
    named.find(hasTime) ?? witnesses.map(({ date }) => inZoneOfDay(date, winner)).find((date) => date !== null);
  return exact ?? named[0]!;
}

/**
 * An instant that falls on the day before or after in UTC, told in the zone that puts it on the day its readers see:
 * many systems state UTC while the page shows local time.
 */
function inZoneOfDay(date: PageDate, day: string): PageDate | null {
  if (!hasTime(date) || (date.offset !== null && date.offset !== 0)) return null;
  const start = Date.parse(day);
  const instant = date.instant.getTime();
  if (instant >= start && instant < start + DAY) return null;
  const offset =
    instant < start ? Math.ceil((start - instant) / HOUR) * 60 : -(Math.floor((instant - start - DAY) / HOUR) + 1) * 60;
  return Math.abs(offset) <= 12 * 60 ? { instant: date.instant, offset } : null;
}

/** Pages that state only their last change, and show its month and day as their date. */
function shownChange(shown: string, modified: PageDate | null): PageDate | null {
  if (!modified) return null;
  const [, month, day] = dayOf(modified).split('-');
  const text = shown.slice(0, 20_000);
  const forms = [`：${month}-${day}`, `:${month}-${day}`, `-${month}-${day} `, `${Number(month)}月${Number(day)}日`];
  return forms.some((form) => text.includes(form)) ? modified : null;
}

const localTime = ({ instant, offset }: PageDate): Date => new Date(instant.getTime() + (offset ?? 0) * MINUTE);

/** The day as the page's readers see it, `2026-03-01`. */
const dayOf = (date: PageDate): string => localTime(date).toISOString().slice(0, 10);

const hasTime = (date: PageDate): boolean => localTime(date).getTime() % DAY !== 0;
