const DAY = 86_400_000;

function readOffset(at: number, format: Intl.DateTimeFormat): number {
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const read = (type: string) => part.get(type as Intl.DateTimeFormatPartTypes) ?? 0;
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/**
 * Instant → "wall clock as UTC" in a zone, in milliseconds. ECharts knows only the machine's zone and UTC; shifted so,
 * with `useUTC`, its ticks fall on the viewer's midnights on every machine.
 * Offsets are read once a day and only re-read on days that change their offset, so that 10⁵ points stay cheap.
 */
export function wallClock(tz: string): (instant: string | number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const dayOffsets = new Map<number, number>();
  const offsetOfDay = (day: number) => {
    const known = dayOffsets.get(day);
    if (known !== undefined) return known;
    const offset = readOffset(day * DAY, format);
    dayOffsets.set(day, offset);
    return offset;
  };
  return (instant) => {
    const at = typeof instant === 'number' ? instant : Date.parse(instant);
    const day = Math.floor(at / DAY);
    const offset = offsetOfDay(day);
    return at + (offset === offsetOfDay(day + 1) ? offset : readOffset(at, format));
  };
}
