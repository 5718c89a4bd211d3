import { describe, expect, it } from 'vitest';
import { outageColumns } from './outage-columns.js';

const gap = (from: string, to: string | null) => ({ from, to, sourceId: null, sourceName: null, cause: 'down' });
const starts = ['01', '02', '03', '04', '05'].map((day) => `2024-01-${day}T00:00:00Z`);
const end = '2024-01-06T00:00:00Z';

describe('outageColumns', () => {
  it('joins buckets that are mostly broken, and leaves brief failures alone', () => {
    expect(outageColumns(starts, end, [gap('2024-01-02T02:00:00Z', '2024-01-03T20:00:00Z')])).toEqual([[1, 2]]);
    expect(outageColumns(starts, end, [gap('2024-01-02T02:00:00Z', '2024-01-02T05:00:00Z')])).toEqual([]);
  });

  it('lets an outage that goes on reach the end', () => {
    expect(outageColumns(starts, end, [gap('2024-01-04T06:00:00Z', null)])).toEqual([[3, 4]]);
  });
});
