import { wallClockMillis } from './calendar-instant.js';
import { abbreviationOffset, numericOffset } from './zone-offset.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FORM =
  /^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ([+-]\d{4}|gmt|utc|ut|z|[ecmp][sd]t)$/;

/**
 * Reads dates that follow RFC 822 to the letter, as most feeds do; a short way round the tolerant reading.
 *
 * @param text lower case, trimmed, single spaces
 * @returns milliseconds since 1970, or null for any other form
 */
export function parseMailDate(text: string): number | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, day, month, year, hour, minute, second, zone] = match;
  const offset = abbreviationOffset(zone!) ?? numericOffset(zone!);
  const clock = wallClockMillis({
    year: Number(year),
    month: MONTHS.indexOf(month!) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
  });
  return clock === null || offset === null ? null : clock - offset * 60_000;
}
