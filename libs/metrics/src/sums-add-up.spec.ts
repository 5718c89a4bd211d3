import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOfVoice } from './share-of-voice.js';
import { storyContributions } from './story-contribution.js';
import { wordShift } from './word-shift.js';

const word = fc.constantFrom('rise', 'fall', 'delay', 'praise');
const uses = fc.uniqueArray(fc.record({ word, count: fc.integer({ min: 1, max: 99 }) }), {
  minLength: 1,
  selector: (use) => use.word,
});
const valences: Record<string, number> = { rise: 2, fall: -2, delay: -1, praise: 3 };

describe('parts add up to the whole', () => {
  it('word shift: contributions sum to the change of the mean', () => {
    fc.assert(
      fc.property(uses, uses, (before, after) => {
        const felt = (list: typeof before) => list.map((use) => ({ ...use, valence: valences[use.word] ?? 0 }));
        const mean = (list: ReturnType<typeof felt>) =>
          list.reduce((s, u) => s + u.valence * u.count, 0) / list.reduce((s, u) => s + u.count, 0);
        const shift = wordShift(felt(before), felt(after));
        expect(shift.reduce((s, w) => s + w.contribution, 0)).toBeCloseTo(mean(felt(after)) - mean(felt(before)), 9);
      }),
    );
  });

  it('story contributions sum to the change of the mean', () => {
    const stories = fc.array(
      fc.record({
        storyId: fc.uuid(),
        sum: fc.double({ min: -5, max: 5, noNaN: true }),
        n: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(stories, fc.double({ min: -1, max: 1, noNaN: true }), (after, before) => {
        const n = after.reduce((s, story) => s + story.n, 0);
        const mean = after.reduce((s, story) => s + story.sum, 0) / n;
        const total = storyContributions(after, before).reduce((s, story) => s + story.contribution, 0);
        expect(total).toBeCloseTo(mean - before, 9);
      }),
    );
  });

  it('share of voice sums to one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (weights) => {
        expect(shareOfVoice(weights).reduce((s, share) => s + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
