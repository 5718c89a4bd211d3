import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution, LabelSign } from './contribution.js';
import { type RollupDelta, rollupDeltas, type RollupName, rollupGrains } from './rollup-delta.js';

const contribution: fc.Arbitrary<Contribution> = fc.record({
  target: fc.constantFrom('all', 'topic:a', 'entity:b'),
  sourceId: fc.constantFrom('s1', 's2'),
  lang: fc.constantFrom('zh', 'en'),
  hour: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z'),
  day: fc.constantFrom('2026-01-01', '2026-01-02'),
  score: fc.integer({ min: -10_000, max: 10_000 }),
  label: fc.constantFrom<LabelSign>(-1, 0, 1),
  lead: fc.boolean(),
});
const rollups = Object.keys(rollupGrains) as RollupName[];
const total = (deltas: RollupDelta[]) => deltas.reduce((sum, { measures }) => sum + measures.n, 0);

describe('rollupDeltas', () => {
  it('adds up to what was added, minus what was removed, in every grain', () => {
    fc.assert(
      fc.property(fc.array(contribution), fc.array(contribution), (added, removed) => {
        for (const rollup of rollups) {
          expect(total(rollupDeltas(rollup, added, removed))).toBe(added.length - removed.length);
        }
      }),
    );
  });

  it('leaves nothing when the same mentions are added and removed, in any order', () => {
    fc.assert(
      fc.property(fc.array(contribution), (mentions) => {
        for (const rollup of rollups) expect(rollupDeltas(rollup, mentions, mentions.toReversed())).toEqual([]);
      }),
    );
  });

  it('comes in one order whatever the order of the mentions', () => {
    fc.assert(
      fc.property(fc.array(contribution), (mentions) => {
        expect(rollupDeltas('rollup_target_source_day', mentions, [])).toEqual(
          rollupDeltas('rollup_target_source_day', mentions.toReversed(), []),
        );
      }),
    );
  });
});
