import { Z95 } from './normal.js';

/** An observed value, or one of which only "later than this" is known. */
export interface CensoredValue {
  value: number;
  /** True for an open end: the event lies at or beyond `value`. */
  censored: boolean;
}

/** Share still to come after `value`, with a 95 % band. */
export interface SurvivalStep {
  value: number;
  survival: number;
  low: number;
  high: number;
}

/**
 * Kaplan–Meier estimate of the survival function for right-censored values (Kaplan and Meier, JASA 53, 1958), with
 * Greenwood's variance on the log(−log) scale (Kalbfleisch and Prentice), which keeps the band inside 0…1.
 */
export function kaplanMeier(observations: readonly CensoredValue[]): SurvivalStep[] {
  const sorted = [...observations].sort((a, b) => a.value - b.value || Number(a.censored) - Number(b.censored));
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < sorted.length;) {
    const value = sorted[i]?.value ?? 0;
    const atRisk = sorted.length - i;
    let events = 0;
    while (i < sorted.length && sorted[i]?.value === value) {
      if (!sorted[i]?.censored) events += 1;
      i += 1;
    }
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    if (atRisk > events) greenwood += events / (atRisk * (atRisk - events));
    steps.push({ value, survival, ...logLogBand(survival, greenwood) });
  }
  return steps;
}

function logLogBand(survival: number, greenwood: number): { low: number; high: number } {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const logSurvival = Math.log(survival);
  const spread = (Z95 * Math.sqrt(greenwood)) / Math.abs(logSurvival);
  return { low: Math.exp(logSurvival * Math.exp(spread)), high: Math.exp(logSurvival * Math.exp(-spread)) };
}

/** Median with its 95 % interval (Brookmeyer and Crowley 1982); null where the curve never falls that far. */
export function survivalMedian(steps: readonly SurvivalStep[]): {
  median: number | null;
  low: number | null;
  high: number | null;
} {
  const first = (at: (step: SurvivalStep) => number) => steps.find((step) => at(step) <= 0.5)?.value ?? null;
  return { median: first((step) => step.survival), low: first((step) => step.low), high: first((step) => step.high) };
}
