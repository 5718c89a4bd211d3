import type { BreakdownRow } from '@timbre/contracts';
import { netSentiment } from '@timbre/metrics';
import { describe, expect, it } from 'vitest';
import { outletRanking } from './outlet-rows.js';

function outlet(key: string, positive: number, neutral: number, negative: number): BreakdownRow {
  const counts = { positive, neutral, negative };
  return {
    key,
    name: key,
    n: positive + neutral + negative,
    ...counts,
    net: netSentiment(counts),
    shrunk: null,
    previousNet: null,
    previousN: null,
    share: 0,
  };
}

describe('outlets against the others', () => {
  const rows = [outlet('warm', 60, 20, 5), outlet('cool', 5, 20, 60), outlet('middling', 21, 40, 20)];

  it('sums all outlets for the common tone', () => {
    expect(outletRanking(rows, []).overall).toEqual(netSentiment({ positive: 86, neutral: 80, negative: 85 }));
  });

  it('tells those apart that differ, and says of the others that they do not', () => {
    const [warm, cool, middling] = outletRanking(rows, []).rows;
    expect(warm?.againstOthers).toMatchObject({ distinguishable: true });
    expect(warm?.againstOthers.value).toBeGreaterThan(0);
    expect(cool?.againstOthers.value).toBeLessThan(0);
    expect(middling?.againstOthers.distinguishable).toBe(false);
  });

  it('has nothing to hold a lone outlet against', () => {
    const [lone] = outletRanking(rows.slice(0, 1), []).rows;
    expect(lone?.againstOthers).toMatchObject({ value: null, distinguishable: false });
    expect(lone?.source).toBeNull();
  });
});
