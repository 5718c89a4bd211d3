import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type BreakdownRow, type OverviewResponse, type SurprisingChange } from '@timbre/contracts';
import { rowsPerSourceOrLanguage, rowsPerTarget } from '../breakdown/breakdown-rows.js';
import { ContributingStories } from '../changes/contributing-stories.service.js';
import { meanScore } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import { Measures } from '../measures/measures.service.js';
import { ProvenanceService } from '../provenance/provenance.service.js';
import { seriesBuckets } from '../range/buckets.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import { coverageSeriesOf } from '../series/coverage-series-of.js';
import { periodTotalsOf } from '../series/totals-of.js';
import type { TargetNames } from '../targets/target-names.js';
import { heatmapOf } from './heatmap-of.js';
import { type OverviewMeasures, OverviewMeasuring } from './overview-measures.js';
import { risingOf } from './rising-of.js';
import { surprisingChanges } from './surprising-changes.js';

const mostOutlets = 20;
const mostEntities = 300;
/** Stories are shown for the strongest changes only: they are what cannot be read from roll-ups. */
const changesWithStories = 3;
const storiesPerChange = 3;
/** Mentions looked at per change, newest first. */
const newestMentions = 500;

/** The page that opens first: everything at a glance, and what changed. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly measuring: OverviewMeasuring,
    private readonly provenance: ProvenanceService,
    private readonly measures: Measures,
    private readonly stories: ContributingStories,
  ) {}

  async overview(filter: ResolvedFilter, names: TargetNames): Promise<OverviewResponse> {
    const target = filter.targets[0] ?? ALL_COVERAGE;
    const measuring = this.measuring.measure(filter, names, target);
    const [provenance, measured, directory] = await Promise.all([
      this.provenance.of(filter, filter.targets, filter.targets.length === 1 ? measuring.then(sourcesIn) : undefined),
      measuring,
      this.measures.sources(),
    ]);
    const { topics, entities, sources, languages } = measured;
    const outlets = new Map(directory.map(({ id, outlet, family }) => [id, family ?? outlet]));
    const sourceNames = new Map(directory.map(({ id, name }) => [id, name]));
    const totalsOf = (rows: readonly Measure[]) => periodTotalsOf(rows, (id) => outlets.get(id) ?? id);
    const buckets = seriesBuckets(filter.from, filter.to, filter.bucket, filter.tz);
    const seriesOf = (ref: (typeof filter.targets)[number]) =>
      coverageSeriesOf(ref, names.nameOf(ref), buckets, measured.series.get(ref) ?? []);
    const topicRows = rowsPerTarget(topics, names.nameOf);
    const entityRows = rowsPerTarget(entities, names.nameOf).slice(0, mostEntities);
    return {
      provenance,
      totals: {
        target,
        name: names.nameOf(target),
        current: totalsOf(sources.current),
        previous: sources.previous && totalsOf(sources.previous),
      },
      series: filter.targets.map(seriesOf),
      topics: heatmapOf(names.topics.map(seriesOf)),
      topicRows,
      outlets: rowsPerSourceOrLanguage(sources, (id) => sourceNames.get(id) ?? id).slice(0, mostOutlets),
      languages: rowsPerSourceOrLanguage(languages, (lang) => lang),
      risingEntities: risingOf(entityRows),
      changes: await this.changes(
        filter,
        [...topicRows, ...entityRows],
        topics.previous && entities.previous && [...topics.previous, ...entities.previous],
      ),
    };
  }

  /** Targets whose tone or volume changed most surprisingly, with the stories behind the strongest. */
  private async changes(
    filter: ResolvedFilter,
    rows: readonly BreakdownRow[],
    before: readonly Measure[] | null,
  ): Promise<SurprisingChange[]> {
    if (before === null) return [];
    const changes = surprisingChanges(rows, new Map(before.map((measure) => [measure.target, measure])));
    const stories = await this.stories.ofEach(
      filter,
      changes.slice(0, changesWithStories).map(({ row, past, measure, z }) => ({
        target: row.key,
        meanBefore: meanScore(past) ?? 0,
        change: measure === 'net' ? z : (row.net.value ?? 0) - (row.previousNet ?? 0),
        n: row.n,
      })),
      { most: storiesPerChange, newest: newestMentions },
    );
    return changes.map(({ row, measure, z, before: was, after }, index) => ({
      target: row.key,
      name: row.name,
      measure,
      before: was,
      after,
      n: row.n,
      z,
      stories: stories[index] ?? [],
    }));
  }
}

const sourcesIn = ({ sources }: OverviewMeasures): string[] => sources.current.flatMap(({ key }) => key ?? []);
