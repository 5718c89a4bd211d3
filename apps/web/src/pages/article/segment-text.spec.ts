import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from './segment-text.js';

describe('segmentText', () => {
  it('loses no character, whatever the marks', () => {
    const mark = fc.record({
      from: fc.integer({ min: -5, max: 60 }),
      to: fc.integer({ min: -5, max: 60 }),
      kind: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '中', '\n', '😀', ' '), maxLength: 50 }),
        fc.array(mark),
        (text, marks) => {
          const paragraphs = segmentText(text, marks);
          expect(paragraphs.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('\n')).toBe(
            text,
          );
        },
      ),
    );
  });

  it('puts words inside their sentence', () => {
    const [, body] = segmentText('标题\n成本太高。很好。', [
      { from: 3, to: 8, kind: 'sentence' },
      { from: 5, to: 7, kind: 'word' },
    ]);
    expect(body?.segments.map(({ text, marks }) => [text, ...marks])).toEqual([
      ['成本', 'sentence'],
      ['太高', 'sentence', 'word'],
      ['。', 'sentence'],
      ['很好。'],
    ]);
  });
});
