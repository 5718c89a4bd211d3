import { describe, expect, it } from 'vitest';
import type { ChartContext } from '../drawing/chart.js';
import { madeProvenance, madeSeries } from '../gallery/made-coverage.js';
import { lightTokens } from '../theme/tokens.js';
import { netSentimentSeries } from './net-sentiment-series.js';
import { netTooltip } from './tooltip.js';
import { netPlot } from './transform.js';
import { lineId } from './transform.js';

const context: ChartContext = { theme: lightTokens, locale: 'en', tz: 'UTC', width: 900 };

describe('net sentiment series', () => {
  const series = madeSeries('AGI <timelines>', 30, (index) => (index === 7 ? null : 0.3));
  const input = { series: [series], provenance: madeProvenance(30) };

  it('tells a point as a sentence with its interval and n, escaped', () => {
    const plot = netPlot({ ...input, series: [series, { ...series, target: 'topic:b' }] });
    const text = netTooltip(plot, input, Date.UTC(2024, 0, 3), context);
    expect(text).toContain('Wed 3 Jan 2024');
    expect(text).toMatch(/AGI &lt;timelines&gt;: \+0\.\d\d \((\+|−)\d\.\d\d to \+\d\.\d\d\), \d+ stor/);
  });

  it('says that nothing was published rather than drawing zero', () => {
    expect(netTooltip(netPlot(input), input, Date.UTC(2024, 0, 8), context)).toContain('no coverage');
    expect(netPlot(input).lines[0]?.points[7]?.[1]).toBeNull();
  });

  it('opens the bucket under a point, and the last bucket ends with the range', () => {
    const event = (index: number) => ({
      seriesId: `net:${lineId(series)}`,
      dataIndex: 0,
      value: [0, 0, 0, 0, 0, index],
    });
    expect(netSentimentSeries.select?.(input, event(3), context)).toEqual({
      target: series.target,
      from: '2024-01-04T00:00:00.000Z',
      to: '2024-01-05T00:00:00.000Z',
    });
    expect(netSentimentSeries.select?.(input, event(29), context)?.to).toBe(input.provenance.to);
    expect(netSentimentSeries.selectTime?.(input, Date.UTC(2024, 0, 4, 5), context)?.from).toBe(
      '2024-01-04T00:00:00.000Z',
    );
  });

  it('thins a hundred thousand points and keeps the counts of what it keeps', () => {
    const long = madeSeries('Long', 100_000, (index) => Math.sin(index / 500), 'hour');
    const plot = netPlot({ series: [long], provenance: madeProvenance(100_000, 'hour') });
    expect(plot.lines[0]?.points.length).toBeLessThanOrEqual(4000);
    for (const point of plot.lines[0]?.points ?? []) expect(point[4]).toBe(long.n[point[5]]);
  });

  it('draws one target once per language under ids of their own', () => {
    const languages = ['zh', 'en'].map((name) => ({ ...series, name }));
    const option = netSentimentSeries.option({ ...input, series: languages }, context);
    const ids = [option.series].flat().map((one) => one?.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
