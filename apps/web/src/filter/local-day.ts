const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function wallFormat(tz: string): Intl.DateTimeFormat {
  let format = formats.get(tz);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: tz,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(tz, format);
  }
  return format;
}

function wallTime(at: number, tz: string): number {
  const part = new Map(
    wallFormat(tz)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
}

/** The calendar day of an instant in a zone, ISO. */
export function localDay(at: number, tz: string): string {
  return new Date(wallTime(at, tz)).toISOString().slice(0, 10);
}

/** ISO day plus days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in a zone; where summer time skips midnight, the first instant after. */
export function startOfDay(day: string, tz: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const offset = (at: number) => wallTime(at, tz) - at;
  const before = wanted - offset(wanted - DAY);
  const after = wanted - offset(wanted + DAY);
  const earlier = Math.min(before, after);
  return wallTime(earlier, tz) >= wanted ? earlier : Math.max(before, after);
}
