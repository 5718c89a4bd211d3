/** Inclusive ISO days; a null end is open. */
interface DayInterval {
  from: string;
  to: string | null;
}

const dayLength = 86_400_000;
/** An open end counts as this day. */
const openEnd = '2100-01-01';

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayLength);

/** 0 when the overlap is less than half of the union, else overlap ÷ union. */
export function intervalAgreement(a: DayInterval, b: DayInterval): number {
  const [fromA, toA] = [dayNumber(a.from), dayNumber(a.to ?? openEnd)];
  const [fromB, toB] = [dayNumber(b.from), dayNumber(b.to ?? openEnd)];
  const overlap = Math.min(toA, toB) - Math.max(fromA, fromB) + 1;
  const union = Math.max(toA, toB) - Math.min(fromA, fromB) + 1;
  if (!(overlap > 0) || !(union > 0)) return 0;
  const share = overlap / union;
  return share >= 0.5 ? share : 0;
}
