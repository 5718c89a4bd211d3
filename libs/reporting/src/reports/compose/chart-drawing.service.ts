import { Injectable } from '@nestjs/common';
import {
  breakdownBars,
  calendarHeatmap,
  draw,
  type Drawing,
  forecastTimeline,
  netSentimentSeries,
  shareOfVoice,
  topicHeatmap,
  volumeByLabel,
  wordShiftBars,
} from '@timbre/charts';
import { ALL_COVERAGE, type CoverageFilter, type Provenance, type ReportChart } from '@timbre/contracts';
import { type AskedAs, CoverageQueries } from '@timbre/coverage';
import { languageName } from './language-name.js';

export interface DrawnQuery {
  drawing: Drawing;
  /** What was counted, for the foot line; null where n is not the measure. */
  n: number | null;
  provenance: Provenance;
}

/** Fewer mentions per bucket than this make a sparse curve. */
const leastPerBucket = 3;
/** Ranges up to this long keep their days, however sparse. */
const shortRangeMs = 15 * 86_400_000;

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

const isShort = ({ from, to }: Provenance): boolean => Date.parse(to) - Date.parse(from) <= shortRangeMs;

/** Asks the question behind a kind of chart and binds its answer. */
@Injectable()
export class ChartDrawing {
  constructor(private readonly queries: CoverageQueries) {}

  async of(chart: ReportChart, filter: CoverageFilter, asked: AskedAs): Promise<DrawnQuery> {
    switch (chart) {
      case 'net':
      case 'volume':
      case 'calendar':
        return this.overTime(chart, filter, asked);
      case 'topics': {
        const { topics, provenance } = await this.queries.overview(filter, asked);
        const drawing = draw(topicHeatmap, { heatmap: topics, provenance });
        return { drawing, n: total(topics.rows.map(({ n }) => total(n))), provenance };
      }
      case 'outlets':
      case 'languages': {
        const dimension = chart === 'outlets' ? 'source' : 'language';
        const { rows: named, provenance } = await this.queries.breakdown(filter, dimension, asked);
        const locale = asked.language === 'zh' ? 'zh-CN' : 'en';
        const rows =
          dimension === 'source' ? named : named.map((row) => ({ ...row, name: languageName(row.key, locale) }));
        const drawing = draw(breakdownBars, { rows, dimension, unit: filter.unit });
        return { drawing, n: total(rows.map(({ n }) => n)), provenance };
      }
      case 'share': {
        const { rows, provenance } = await this.queries.breakdown(filter, 'topic', asked);
        const drawing = draw(shareOfVoice, { rows, unit: filter.unit });
        return { drawing, n: total(rows.map(({ n }) => n)), provenance };
      }
      case 'words': {
        const answer = await this.queries.target(filter.targets[0] ?? ALL_COVERAGE, filter, asked);
        const drawing = draw(wordShiftBars, { words: answer.drivers.words });
        return { drawing, n: answer.totals.current.n, provenance: answer.provenance };
      }
      case 'forecasts':
        return this.forecasts(filter, asked);
    }
  }

  private async overTime(
    chart: 'net' | 'volume' | 'calendar',
    filter: CoverageFilter,
    asked: AskedAs,
  ): Promise<DrawnQuery> {
    const byDay: CoverageFilter = chart === 'calendar' ? { ...filter, bucket: 'day' } : filter;
    const { series, provenance } = await this.seriesThatShow(byDay, asked);
    const n = total(series.map((one) => total(one.n)));
    const first = series[0];
    if (chart === 'net' || first === undefined) {
      return { drawing: draw(netSentimentSeries, { series, provenance }), n, provenance };
    }
    const only = { series: first, provenance };
    const drawing = chart === 'volume' ? draw(volumeByLabel, only) : draw(calendarHeatmap, only);
    return { drawing, n: total(first.n), provenance };
  }

  /** A curve of single mentions says nothing on paper: where the bucket is left to us, sparse days become weeks. */
  private async seriesThatShow(filter: CoverageFilter, asked: AskedAs) {
    const answer = await this.queries.series(filter, asked);
    const { series, provenance } = answer;
    const sparse = series.every(({ n }) => total(n) < leastPerBucket * n.length);
    if (filter.bucket !== 'auto' || provenance.bucket !== 'day' || isShort(provenance) || !sparse) return answer;
    return this.queries.series({ ...filter, bucket: 'week' }, asked);
  }

  private async forecasts(filter: CoverageFilter, asked: AskedAs): Promise<DrawnQuery> {
    const [{ rows, index }, { provenance }] = await Promise.all([
      this.queries.forecasts(filter, asked),
      this.queries.series({ ...filter, targets: [] }, asked),
    ]);
    const now = asked.now.toISOString().slice(0, 10);
    return { drawing: draw(forecastTimeline, { rows, index, now }), n: rows.length, provenance };
  }
}
