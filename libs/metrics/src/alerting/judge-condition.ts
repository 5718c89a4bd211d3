import type { AlertCondition, AlertDirection } from '@timbre/contracts';
import { EWMA_LAMBDA, ewmaDrift } from '../ewma-drift.js';
import { median } from '../quantiles.js';
import { volumeBaseline } from '../volume-baseline.js';

/** Whether a value is a breach, and the lines that it crossed. */
export interface Judgement {
  /** Null without a value. */
  breached: boolean | null;
  /** Below this it is a breach; null where there is no such line. */
  low: number | null;
  /** Above this it is a breach. */
  high: number | null;
  /** What it was compared with. */
  baseline: number | null;
}

/** Fewer values than this say nothing about what is usual. */
const leastReference = 4;
/** Of the windows before, the older ones are the reference of a drift, the newest are watched. */
const watchedWindows = 12;

/**
 * Judges a value against a condition.
 *
 * @param value null or not finite: no data
 * @param reference values at `referenceOffsets`, oldest first; null where there was none. A change, anomaly or drift
 *   without enough of them is no breach.
 * @param counts the series counts things, so that its variance grows with its level
 */
export function judgeCondition(
  condition: AlertCondition,
  value: number | null,
  reference: readonly (number | null)[] = [],
  counts = false,
): Judgement {
  const lines = linesOf(condition, reference, counts);
  if (value === null || !Number.isFinite(value)) return { ...lines, breached: null };
  switch (condition.kind) {
    case 'above':
      return {
        ...lines,
        breached: value > condition.threshold || (condition.orEqual && value === condition.threshold),
      };
    case 'below':
      return {
        ...lines,
        breached: value < condition.threshold || (condition.orEqual && value === condition.threshold),
      };
    case 'inside':
      return { ...lines, breached: value >= condition.low && value <= condition.high };
    case 'outside':
      return { ...lines, breached: value < condition.low || value > condition.high };
    case 'drift': {
      const { out } = driftOf(condition, value, reference);
      return { ...lines, breached: goes(condition.direction, out) };
    }
    // A change of exactly `by`, or a z of exactly the limit, counts.
    case 'change':
    case 'anomaly':
      return {
        ...lines,
        breached: (lines.high !== null && value >= lines.high) || (lines.low !== null && value <= lines.low),
      };
    default: {
      const never: never = condition;
      throw new TypeError(`Unknown condition ${JSON.stringify(never)}`);
    }
  }
}

function linesOf(
  condition: AlertCondition,
  reference: readonly (number | null)[],
  counts: boolean,
): Omit<Judgement, 'breached'> {
  switch (condition.kind) {
    case 'above':
      return { low: null, high: condition.threshold, baseline: null };
    case 'below':
      return { low: condition.threshold, high: null, baseline: null };
    case 'inside':
    case 'outside':
      return { low: condition.low, high: condition.high, baseline: null };
    case 'change': {
      const before = reference.at(-1) ?? null;
      if (before === null || !Number.isFinite(before)) return { low: null, high: null, baseline: null };
      const by = condition.relative ? Math.abs(before) * condition.by : condition.by;
      if (by === 0) return { low: null, high: null, baseline: before };
      return bounded(condition.direction, before - by, before + by, before);
    }
    case 'anomaly':
      return anomalyLines(condition, known(reference), counts);
    case 'drift': {
      const { low, high, centre } = driftOf(condition, null, reference);
      return centre === null
        ? { low: null, high: null, baseline: null }
        : bounded(condition.direction, low, high, centre);
    }
  }
}

function anomalyLines(
  { z, direction }: Extract<AlertCondition, { kind: 'anomaly' }>,
  reference: readonly number[],
  counts: boolean,
): Omit<Judgement, 'breached'> {
  const centre = median(reference);
  if (reference.length < leastReference || centre === null) return { low: null, high: null, baseline: centre };
  if (counts) {
    // z = 2(√x − √μ)/√φ solved for x (DESIGN §7).
    const { expected, dispersion } = volumeBaseline(reference);
    const half = (z * Math.sqrt(dispersion)) / 2;
    const low = Math.sqrt(expected) - half;
    return bounded(direction, low > 0 ? low ** 2 : -1, (Math.sqrt(expected) + half) ** 2, expected);
  }
  const spread = 1.4826 * (median(reference.map((value) => Math.abs(value - centre))) ?? 0);
  const sigma = Math.max(spread, 0.01 * Math.max(1, Math.abs(centre)));
  return bounded(direction, centre - z * sigma, centre + z * sigma, centre);
}

function driftOf(
  condition: Extract<AlertCondition, { kind: 'drift' }>,
  value: number | null,
  reference: readonly (number | null)[],
): { out: -1 | 0 | 1; low: number; high: number; centre: number | null } {
  const nothing = { out: 0, low: 0, high: 0, centre: null } as const;
  const usual = known(reference.slice(0, Math.max(0, reference.length - watchedWindows)));
  if (usual.length < leastReference) return nothing;
  const centre = usual.reduce((sum, item) => sum + item, 0) / usual.length;
  const variance = usual.reduce((sum, item) => sum + (item - centre) ** 2, 0) / (usual.length - 1);
  const sigma = Math.max(Math.sqrt(variance), 1e-9 + 0.01 * Math.abs(centre));
  const watched = [...reference.slice(-watchedWindows), value];
  const last = ewmaDrift(watched, centre, sigma, condition.lambda ?? EWMA_LAMBDA, condition.limit).at(-1);
  return last === undefined ? nothing : { out: last.out, low: last.low, high: last.high, centre };
}

const known = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null && Number.isFinite(value));

const goes = (direction: AlertDirection, out: -1 | 0 | 1): boolean =>
  out !== 0 && (direction === 'either' || (direction === 'up') === out > 0);

function bounded(direction: AlertDirection, low: number, high: number, baseline: number): Omit<Judgement, 'breached'> {
  return { low: direction === 'up' ? null : low, high: direction === 'down' ? null : high, baseline };
}
