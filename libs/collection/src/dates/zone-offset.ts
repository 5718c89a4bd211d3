/** Minutes east of UTC by abbreviation. American names follow RFC 822; ambiguous ones (IST, SST, AMT …) are left out. */
const OFFSETS: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120, mez: 60, mesz: 120,
  eet: 120, eest: 180, sast: 120, cat: 120, eat: 180, wat: 60, msk: 180, msd: 240, trt: 180, idt: 180, pkt: 300, npt: 345, wib: 420,
  ict: 420, hkt: 480, sgt: 480, myt: 480, pht: 480, bjt: 480, awst: 480, wita: 480, jst: 540, kst: 540, wit: 540, acst: 570,
  acdt: 630, aest: 600, aedt: 660, nzst: 720, nzdt: 780, nst: -210, ndt: -150, ast: -240, adt: -180, at: -240, est: -300,
  edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480,
  akst: -540, akdt: -480, hst: -600, hast: -600, brt: -180, brst: -120, art: -180, clt: -240, pet: -300, cot: -300, vet: -240,
}; // prettier-ignore

/** Minutes east of UTC of a zone abbreviation such as `PDT`, or undefined. */
export const abbreviationOffset = (name: string): number | undefined =>
  Object.hasOwn(OFFSETS, name.toLowerCase()) ? OFFSETS[name.toLowerCase()] : undefined;

/** Minutes east of UTC of `+05:30`, `-0800`, `+8`; null when it is no offset that exists on earth (−15 … +15 hours). */
export function numericOffset(text: string): number | null {
  const match = /^([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (Number(match[3] ?? 0) > 59 || minutes > 15 * 60) return null;
  return match[1] === '+' ? minutes : -minutes;
}

/**
 * Minutes east of UTC in an IANA zone at a wall-clock time given as if it were UTC; null for an unknown zone.
 *
 * In the hour that daylight saving repeats, the second reading is taken.
 */
export function ianaOffset(zone: string, wallClock: number): number | null {
  const format = formatOf(zone);
  if (format === null) return null;
  const first = wallClock - offsetAt(format, wallClock);
  return offsetAt(format, first) / 60_000;
}

/** Building a format takes far longer than using it. Bounded, since documents name the zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat | null>();
const MOST_FORMATS = 500;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = FORMATS.get(zone);
  if (format === undefined) {
    if (FORMATS.size >= MOST_FORMATS) FORMATS.clear();
    FORMATS.set(zone, (format = newFormat(zone)));
  }
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(instant / 1000) * 1000;
}
