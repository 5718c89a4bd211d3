import { Injectable } from '@nestjs/common';
import {
  ALL_COVERAGE,
  type BreakdownRow,
  type CoverageSeries,
  type Heatmap,
  type OverviewResponse,
  type SurprisingChange,
  type TargetRef,
} from '@timbre/contracts';
import { BreakdownService } from '../breakdown/breakdown.service.js';
import { ContributingStories } from '../changes/contributing-stories.service.js';
import { meanScore, netOf } from '../measures/measure-values.js';
import { Measures } from '../measures/measures.service.js';
import { ProvenanceService } from '../provenance/provenance.service.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import { SeriesService } from '../series/series.service.js';
import type { TargetNames } from '../targets/target-names.js';
import { netChange, volumeChange } from './surprise.js';

const mostOutlets = 20;
const mostRising = 12;
const mostChanges = 5;
const storiesPerChange = 3;
/** Below this many mentions a change says nothing. */
const leastMentions = 5;

/** The page that opens first: everything at a glance, and what changed. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly seriesService: SeriesService,
    private readonly breakdowns: BreakdownService,
    private readonly provenance: ProvenanceService,
    private readonly measures: Measures,
    private readonly stories: ContributingStories,
  ) {}

  async overview(filter: ResolvedFilter, names: TargetNames): Promise<OverviewResponse> {
    const target = filter.targets[0] ?? ALL_COVERAGE;
    const [provenance, totals, series, topicSeries, topicRows, entityRows, outlets, languages] = await Promise.all([
      this.provenance.of(filter),
      this.seriesService.totals(filter, names, target),
      this.seriesService.series(filter, names),
      this.seriesService.series(filter, names, names.topics),
      this.breakdowns.breakdown(filter, names, 'topic'),
      this.breakdowns.breakdown(filter, names, 'entity'),
      this.breakdowns.breakdown(filter, names, 'source', target),
      this.breakdowns.breakdown(filter, names, 'language', target),
    ]);
    return {
      provenance,
      totals,
      series,
      topics: heatmapOf(topicSeries),
      topicRows,
      outlets: outlets.slice(0, mostOutlets),
      languages,
      risingEntities: risingOf(entityRows),
      changes: await this.changes(filter, [...topicRows, ...entityRows]),
    };
  }

  /** Targets whose tone or volume changed most surprisingly, with the stories behind it. */
  private async changes(filter: ResolvedFilter, rows: readonly BreakdownRow[]): Promise<SurprisingChange[]> {
    const previous = comparisonRange(filter);
    if (previous === null) return [];
    const targets = rows.filter(({ n, previousN }) => n + (previousN ?? 0) >= leastMentions).map(({ key }) => key);
    const before = new Map(
      (await this.measures.of(filter, { ...previous, targets, total: true })).map((measure) => [
        measure.target,
        measure,
      ]),
    );
    const ranked = rows
      .flatMap((row) => {
        const past = before.get(row.key);
        if (past === undefined) return [];
        const net = {
          measure: 'net' as const,
          z: netChange(netOf(past), row.net),
          before: row.previousNet,
          after: row.net.value,
        };
        const volume = { measure: 'volume' as const, z: volumeChange(past.n, row.n), before: past.n, after: row.n };
        const change = Math.abs(net.z) >= Math.abs(volume.z) ? net : volume;
        return [{ row, past, ...change }];
      })
      .filter(({ z }) => Math.abs(z) >= 1)
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
      .slice(0, mostChanges);
    return Promise.all(
      ranked.map(async ({ row, past, measure, z, before: was, after }) => ({
        target: row.key,
        name: row.name,
        measure,
        before: was,
        after,
        n: row.n,
        z,
        stories: await this.stories.of(filter, row.key, {
          meanBefore: meanScore(past) ?? 0,
          change: measure === 'net' ? z : (row.net.value ?? 0) - (row.previousNet ?? 0),
          n: row.n,
          most: storiesPerChange,
        }),
      })),
    );
  }
}

function heatmapOf(series: readonly CoverageSeries[]): Heatmap {
  const rows = series.filter(({ n }) => n.some((count) => count > 0));
  const size = (n: readonly number[]): number => n.reduce((sum, count) => sum + count, 0);
  return {
    t: series[0]?.t ?? [],
    rows: rows
      .sort((a, b) => size(b.n) - size(a.n))
      .map(({ target, name, n, net }): Heatmap['rows'][number] => ({ target: target as TargetRef, name, n, net })),
  };
}

function risingOf(rows: readonly BreakdownRow[]): OverviewResponse['risingEntities'] {
  return rows
    .map((row) => ({ ...row, z: volumeChange(row.previousN ?? 0, row.n) }))
    .filter(({ z, n }) => z > 0 && n >= 2)
    .sort((a, b) => b.z - a.z)
    .slice(0, mostRising);
}
