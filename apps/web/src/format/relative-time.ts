const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago", "in 5 minutes"; below a minute "now". */
export function relativeTime(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const away = at - now;
  for (const [unit, length] of steps) {
    if (Math.abs(away) >= length) return format.format(Math.round(away / length), unit);
  }
  return format.format(0, 'second');
}
