import { rewriteEastAsianDate } from '../dates/east-asian-date.js';
import { abbreviationOffset, ianaOffset, numericOffset } from '../dates/zone-offset.js';

/** A date of a page. */
export interface PageDate {
  instant: Date;
  /** Minutes east of UTC in which the page gives it, or in which its readers live; null when neither is known. */
  offset: number | null;
  /** Whether the page states it in UTC: its readers may see the day before or after. */
  utc?: boolean;
}

export interface DateReading {
  /** IANA zone in which the page's readers live, and of times that name none; UTC when unknown. */
  zone?: string | null;
  /** Order of 03/04/2020 on the page; null refuses such dates. */
  dayFirst?: boolean | null;
  now?: Date;
}

/** Before it nobody published on the web; what reads as earlier is a house number. */
const FIRST_YEAR = 1995;
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * A parsed date in the zone that its text names, else in the readers' zone; null when nobody can have published then.
 *
 * @param instant what `parseFeedDate` made of the text
 */
export function pageDate(instant: Date, text: string, reading: DateReading): PageDate | null {
  const date = inReadersZone(instant, text, reading);
  const { now } = reading;
  const moved = date.instant;
  const plausible = moved.getUTCFullYear() >= FIRST_YEAR && (!now || moved.getTime() <= now.getTime() + 2 * DAY);
  return plausible ? date : null;
}

function inReadersZone(instant: Date, text: string, { zone }: DateReading): PageDate {
  const named = zoneOf(text);
  if (named !== null && named !== 0) return { instant, offset: named };
  if (named === 0) {
    // Midnight in UTC is a day without a time.
    const local = zone && instant.getTime() % DAY !== 0 ? ianaOffset(zone, instant.getTime()) : null;
    return { instant, offset: local ?? 0, utc: true };
  }
  const wording = rewriteEastAsianDate(text);
  const assumed = wording ? (numericOffset(wording.zone) ?? 0) : 0;
  const wallClock = instant.getTime() + assumed * MINUTE;
  const offset = (zone ? ianaOffset(zone, wallClock) : null) ?? (wording ? assumed : null);
  return { instant: new Date(wallClock - (offset ?? 0) * MINUTE), offset };
}

/** Minutes east of UTC that the text names; null when it names no zone. */
function zoneOf(text: string): number | null {
  if (/^\d{10}(?:\d{3})?(?:\.\d{1,9})?$/.test(text)) return 0;
  const offset = /:\d\d(?:\.\d{1,9})?\s?([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  const name = /\d(?:\s?[ap]\.?m\.?)?\s?([a-z]{1,5})$/i.exec(text)?.[1];
  return name === undefined ? null : (abbreviationOffset(name) ?? null);
}
