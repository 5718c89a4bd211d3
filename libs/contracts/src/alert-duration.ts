import { z } from 'zod';

const unitSeconds: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** Seconds of "90", "5m", "1h30m", "2d"; null where the text is no duration. */
export function secondsOf(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(trimmed)) return null;
  let total = 0;
  for (const [, amount = '0', , unit = 's'] of trimmed.matchAll(/(\d+(\.\d+)?)(ms|[smhdw])/g)) {
    total += Number(amount) * (unitSeconds[unit] ?? 0);
  }
  return total;
}

/** A length of time in seconds; text such as "5m" or "1h30m" is taken too. */
export function durationBetween(least: number, most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (secondsOf(value) ?? value) : value),
    z
      .number({ error: 'Give seconds, or a length such as "5m", "2h" or "7d".' })
      .min(least, `Must be at least ${least} s.`)
      .max(most, `Must be at most ${most} s.`),
  );
}
