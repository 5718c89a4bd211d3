import { SKETCH_SIZE } from './story-sketch.js';

/** Fewer common entries prove nothing, unless the sketches hold all there is. */
const FEWEST_COMMON = 6;

/** How two texts relate, estimated from their sketches. */
export interface Containment {
  /** Share of the smaller text that the larger one contains, 0–1. */
  smaller: number;
  /** Share of the larger text that the smaller one contains, 0–1. */
  larger: number;
}

const NONE: Containment = { smaller: 0, larger: 0 };

/**
 * Estimates the containment of two texts. A truncated sketch knows nothing beyond its last entry, so only entries that
 * both could hold are counted (Broder, "On the resemblance and containment of documents", 1997).
 *
 * @param a ascending entries, see `StorySketch`
 * @param b the same of the other text
 */
export function sketchContainment(a: Uint32Array, b: Uint32Array): Containment {
  if (a.length === 0 || b.length === 0) return NONE;
  if (a.length === 1 || b.length === 1) {
    return a.length === b.length && a[0] === b[0] ? { smaller: 1, larger: 1 } : NONE;
  }
  const bound = Math.min(knownUpTo(a), knownUpTo(b));
  let inA = 0;
  let inB = 0;
  let common = 0;
  while (true) {
    const left = inA < a.length ? a[inA]! : Infinity;
    const right = inB < b.length ? b[inB]! : Infinity;
    const next = Math.min(left, right);
    if (next > bound || next === Infinity) break;
    if (left === next) inA += 1;
    if (right === next) inB += 1;
    if (left === right) common += 1;
  }
  if (common < FEWEST_COMMON) return NONE;
  return { smaller: common / Math.min(inA, inB), larger: common / Math.max(inA, inB) };
}

const knownUpTo = (sketch: Uint32Array): number => (sketch.length < SKETCH_SIZE ? Infinity : sketch.at(-1)!);
