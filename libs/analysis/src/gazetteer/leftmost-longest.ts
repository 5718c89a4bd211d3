import type { Span } from '@timbre/contracts';

/** Keeps of overlapping spans the one that starts first, and of those the longest; equal spans are all kept. */
export function leftmostLongest<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: T[] = [];
  let last: T | undefined;
  for (const span of sorted) {
    const equal = last !== undefined && last.from === span.from && last.to === span.to;
    if (last === undefined || span.from >= last.to || equal) {
      kept.push(span);
      last = span;
    }
  }
  return kept;
}
