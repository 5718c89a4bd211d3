import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery } from './search-query.js';
import { searchTerms } from './search-terms.js';
import { searchVector } from './search-vector.js';

describe('searchTerms', () => {
  it('cuts words and pairs of CJK characters', () => {
    expect(searchTerms('OpenAI的模型', 1, 100).map((term) => `${term.lexeme}@${term.position}`)).toEqual([
      'openai@1',
      '的模@2',
      '模型@3',
      '型@4',
    ]);
  });

  it('folds width and case', () => {
    expect(searchTerms('ＧＰＴ', 1, 9)[0]?.lexeme).toBe('gpt');
  });
});

describe('searchVector', () => {
  it('marks title terms and keeps phrases from crossing into the text', () => {
    expect(searchVector('New model', "don't")).toBe("'new':1A 'model':2A 'don':5 't':6");
  });

  it('stays within the positions that PostgreSQL keeps', () => {
    const positions = searchVector('', 'ab '.repeat(40_000)).match(/\d+/g) ?? [];
    expect(positions.length).toBeLessThan(256);
    const far = searchVector('', Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(' '));
    expect(far).not.toContain(':16001');
  });
});

describe('searchQuery', () => {
  it.each([
    ['sora', "'sora'"],
    ['sora model', "('sora' & 'model')"],
    ['sora OR model', "('sora' | 'model')"],
    ['-sora model', "(!('sora') & 'model')"],
    ['NOT (a OR b)', "!(('a' | 'b'))"],
    ['"open source model"', "'open' <1> 'source' <1> 'model'"],
    ['人工智能', "'人工' <1> '工智' <1> '智能'"],
    ['芯', "'芯':*"],
    ['title:芯片', "'芯片':A"],
    ['regulat*', "'regulat':*"],
    ['GPT模型', "'gpt' <1> '模型'"],
    ["o'brien", "'o' <1> 'brien'"],
    ['!!! ,', null],
    ['', null],
  ])('%s', (input, expected) => {
    expect(searchQuery(input)).toBe(expected);
  });

  it('names an unbalanced parenthesis', () => {
    expect(() => searchQuery('((AGI')).toThrow('closing parenthesis');
    expect(() => searchQuery('AGI)')).toThrow('closing parenthesis');
  });

  it('never passes anything on but lexemes and operators', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (input) => {
        let query: string | null = null;
        try {
          query = searchQuery(input);
        } catch (error) {
          expect(String(error)).toContain('parenthes');
        }
        const rest = (query ?? '').replace(/'(?:[^']|'')*'(?::[*A]+)?/g, '');
        expect(rest).toMatch(/^[()!&|<>\d ]*$/);
      }),
    );
  });
});
