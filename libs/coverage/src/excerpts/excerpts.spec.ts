import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenExcerpts } from './chosen-excerpts.js';
import { maskText } from './mask-text.js';

const spans = fc.array(
  fc.record({
    from: fc.nat(300),
    length: fc.integer({ min: 1, max: 60 }),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { maxLength: 20 },
);

describe('excerpts', () => {
  it('keep every offset true, and nothing but what was chosen', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), spans, (text, given) => {
        const evidence = given.map(({ from, length, score }) => ({ from, to: from + length, score }));
        const kept = chosenExcerpts(evidence, text.length);
        const masked = maskText(text, kept);
        expect(masked).toHaveLength(text.length);
        for (const { from, to } of kept) expect(masked.slice(from, to)).toBe(text.slice(from, to));
        const outside = kept.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), masked);
        expect(outside).toMatch(/^[… ]*$/u);
      }),
    );
  });

  it('are the strongest sentences, as many as a quotation holds, at least one', () => {
    const sentence = (n: number, score: number) => ({ from: n * 100, to: n * 100 + 100, score });
    const evidence = [sentence(0, 0.1), sentence(1, -0.9), sentence(2, 0.5), sentence(3, 0.2)];
    expect(chosenExcerpts(evidence, 1000)).toEqual([
      { from: 100, to: 200 },
      { from: 200, to: 300 },
    ]);
    expect(chosenExcerpts(evidence, 400)).toEqual([{ from: 100, to: 200 }]);
    expect(chosenExcerpts([], 400)).toEqual([]);
  });
});
