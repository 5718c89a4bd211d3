import { describe, expect, it } from 'vitest';
import { findJudgedStatements } from './find-judged-statements.js';

const statement = (key: string, words: string) => ({ key, words });

describe('findJudgedStatements', () => {
  it('prefers the place among equal words, and takes each statement once', () => {
    const twice = [statement('1-4', 'yes'), statement('8-11', 'yes')];
    expect(findJudgedStatements([statement('8-11', 'yes'), statement('50-53', 'yes')], twice)).toEqual([1, 0]);
    expect(
      findJudgedStatements(
        [twice[0], twice[1], twice[0]].flatMap((one) => one ?? []),
        twice,
      ),
    ).toEqual([0, 1, -1]);
  });

  it('finds words again that moved or were cut differently', () => {
    const now = [statement('90-120', '“AGI will come within ten years”')];
    expect(findJudgedStatements([statement('10-40', 'AGI will come within  ten years')], now)).toEqual([0]);
    expect(findJudgedStatements([statement('90-93', 'AGI')], now)).toEqual([-1]);
    expect(findJudgedStatements([statement('90-120', 'Something else was said here')], now)).toEqual([-1]);
    expect(findJudgedStatements([statement('0-0', '')], now)).toEqual([-1]);
  });
});
