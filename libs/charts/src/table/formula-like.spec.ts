import { describe, expect, it } from 'vitest';
import { formulaLike } from './formula-like.js';

describe('formulaLike', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '−1',
    '–1',
    '@SUM(A1)',
    '|cmd',
    '%0A',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\tx',
    '\nx',
    '\r=1',
  ])('distrusts %j', (text) => expect(formulaLike(text)).toBe(true));

  it.each([' =1', '"=1', "'=1", '\u200B=1', '\uFEFF=1', '\0=1', '\u3000＝1'])('looks behind what hides: %j', (text) =>
    expect(formulaLike(text)).toBe(true),
  );

  it.each(['', 'a=1', '一,二', '"quoted"', ' text', '5 %', 'two\nlines'])('leaves %j alone', (text) =>
    expect(formulaLike(text)).toBe(false),
  );
});
