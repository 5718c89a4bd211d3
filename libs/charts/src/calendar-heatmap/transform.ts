import type { CoverageSeries, Provenance } from '@timbre/contracts';
import { wallClock } from '../time/wall-clock.js';

export interface CalendarInput {
  /** A series in day buckets. */
  series: CoverageSeries;
  provenance: Provenance;
}

interface CalendarDay {
  /** Week column, weekday row (Monday 0). */
  week: number;
  weekday: number;
  day: string;
  net: number;
  n: number;
  index: number;
}

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday; weeks here start on Monday. */
const weekOf = (dayNumber: number) => Math.floor((dayNumber + 3) / 7);

/** Days with coverage, placed on weeks × weekdays of the viewer's calendar. */
export function calendarDays(input: CalendarInput): { days: CalendarDay[]; weeks: string[] } {
  const clock = wallClock(input.provenance.tz);
  const numbers = input.series.t.map((start) => Math.floor(clock(start) / DAY));
  const first = weekOf(numbers[0] ?? 0);
  const last = weekOf(numbers.at(-1) ?? 0);
  const weeks =
    numbers.length === 0
      ? []
      : Array.from({ length: last - first + 1 }, (_, index) => dayName((first + index) * 7 - 3));
  const days = numbers.flatMap((number, index): CalendarDay[] => {
    const net = input.series.net[index] ?? null;
    const n = input.series.n[index] ?? 0;
    if (net === null || n === 0) return [];
    return [
      { week: weekOf(number) - first, weekday: (((number + 3) % 7) + 7) % 7, day: dayName(number), net, n, index },
    ];
  });
  return { days, weeks };
}

function dayName(dayNumber: number): string {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}
