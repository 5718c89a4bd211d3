import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRow } from './import-row.js';

describe('importRow', () => {
  it('finds fields under the names of other tools, in either language', () => {
    expect(
      importRow({ Headline: 'A', body: 'words', Link: 'https://a.example/1', authors: ['B', 'C'], extra: 1 }),
    ).toEqual({
      row: { title: 'A', text: 'words', url: 'https://a.example/1', byline: 'B, C' },
    });
    expect(importRow({ 标题: '题', 正文: '内容', 来源: '测试报' })).toEqual({
      row: { title: '题', text: '内容', outlet: '测试报' },
    });
  });

  it('treats empty cells as missing', () => {
    expect(importRow({ url: '', text: 'words' })).toEqual({ row: { text: 'words' } });
  });

  it.each([
    ['no text', { title: 'A' }, '"text" is missing'],
    ['a text of blanks', { text: '   ' }, '"text" is empty'],
    ['a wrong scheme', { text: 'x', url: 'javascript:alert(1)' }, '"url" must be'],
    ['a list', [1], 'not a JSON object'],
  ])('says what is wrong with %s', (_name, value, message) => {
    const result = importRow(value);
    expect('problem' in result && result.problem.message).toContain(message);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(importRow(value)).toBeDefined();
      }),
    );
  });
});
