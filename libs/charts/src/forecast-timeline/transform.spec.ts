import { describe, expect, it } from 'vitest';
import type { ForecastRow } from '@timbre/contracts';
import { decimalYear } from './decimal-year.js';
import { forecastPlot } from './transform.js';

const claim = (change: Partial<ForecastRow>): ForecastRow => ({
  id: 'f',
  subject: 'AGI',
  speaker: '周岸',
  from: '2030-01-01',
  to: '2030-12-31',
  kind: 'arrival',
  hedge: 'likely',
  text: '2030年',
  span: { from: 0, to: 5 },
  rule: 'year',
  articleId: 'a',
  title: 't',
  sourceName: 's',
  published: '2024-01-01T00:00:00Z',
  sample: false,
  ...change,
});
const index = { t: [], median: [], low: [], high: [], n: [] };
const plotOf = (rows: ForecastRow[]) => forecastPlot({ rows, index, now: '2024-06-01' });

describe('forecastPlot', () => {
  it('draws an arrow when the same speaker moves the date, and none for a repetition or another speaker', () => {
    const moved = [claim({}), claim({ published: '2024-03-01T00:00:00Z', from: '2026-01-01', to: '2026-12-31' })];
    expect(plotOf(moved).arrows).toHaveLength(1);
    const [arrow] = plotOf(moved).arrows;
    expect(arrow && arrow.y1 > arrow.y2 && arrow.x1 < arrow.x2).toBe(true);
    expect(plotOf([claim({}), claim({ published: '2024-03-01T00:00:00Z' })]).arrows).toHaveLength(0);
    expect(plotOf([claim({}), claim({ speaker: 'Ana', from: '2026-01-01', to: null })]).arrows).toHaveLength(0);
  });

  it('draws what a revision itself names as previous', () => {
    const previous = { from: '2034-01-01', to: '2034-12-31', text: '10年' };
    const [arrow] = plotOf([claim({ kind: 'revision', from: '2025-01-01', to: '2026-12-31', previous })]).arrows;
    expect(arrow?.y1).toBeCloseTo(2034.5, 1);
    expect(arrow?.x1).toBe(arrow?.x2);
  });

  it('lets one far-off date run off the axis and counts it', () => {
    const rows = [...Array.from({ length: 20 }, () => claim({})), claim({ from: '3000-01-01', to: '3000-12-31' })];
    const plot = plotOf(rows);
    expect(plot.yearTo).toBeLessThan(2040);
    expect(plot.beyond).toBe(1);
    expect(plot.marks).toHaveLength(20);
  });

  it('knows leap years', () => {
    expect(decimalYear('2024-07-02')).toBeCloseTo(2024.5, 3);
    expect(decimalYear('2023-12-31')).toBeLessThan(2024);
  });
});
