import type { CollectionGap } from '@timbre/contracts';

/** Columns of buckets that lie at least half inside an outage, as runs `[first, last]`. */
export function outageColumns(
  starts: readonly string[],
  end: string,
  gaps: readonly CollectionGap[],
): [number, number][] {
  const times = [...starts, end].map((instant) => Date.parse(instant));
  const broken = starts.map((_, index) => {
    const from = times[index] ?? 0;
    const to = times[index + 1] ?? from;
    const covered = gaps.reduce((sum, gap) => {
      const gapEnd = gap.to === null ? to : Date.parse(gap.to);
      return sum + Math.max(0, Math.min(to, gapEnd) - Math.max(from, Date.parse(gap.from)));
    }, 0);
    return covered >= (to - from) / 2 && to > from;
  });
  const runs: [number, number][] = [];
  broken.forEach((isBroken, index) => {
    const run = runs.at(-1);
    if (!isBroken) return;
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}
