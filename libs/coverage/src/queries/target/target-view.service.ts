import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type BreakdownRow, type TargetRef, type TargetResponse } from '@timbre/contracts';
import { netSentiment } from '@timbre/metrics';
import { breakdownRows } from '../breakdown/breakdown-rows.js';
import { BreakdownService } from '../breakdown/breakdown.service.js';
import { ContributingStories } from '../changes/contributing-stories.service.js';
import { meanScore, noMeasure } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import { Measures } from '../measures/measures.service.js';
import { ProvenanceService } from '../provenance/provenance.service.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import { SeriesService } from '../series/series.service.js';
import { targetKind, type TargetNames } from '../targets/target-names.js';
import { type CoMentionRow, type LabelRow, TargetDetailRepository } from './target-detail.repository.js';
import { wordShiftOf } from './word-shift-of.js';

const mostStories = 10;
const mostWords = 30;
const mostDrivingOutlets = 8;

/** One topic or entity: its course, what moved it, in which respects, by whose mouth. */
@Injectable()
export class TargetViewService {
  constructor(
    private readonly seriesService: SeriesService,
    private readonly breakdowns: BreakdownService,
    private readonly provenance: ProvenanceService,
    private readonly details: TargetDetailRepository,
    private readonly measures: Measures,
    private readonly stories: ContributingStories,
  ) {}

  async view(filter: ResolvedFilter, names: TargetNames, target: TargetRef): Promise<TargetResponse> {
    const [provenance, totals, series, languages, outlets, aspects, holders, coMentioned] = await Promise.all([
      this.provenance.of(filter, [target]),
      this.seriesService.totals(filter, names, target),
      this.seriesService.series(filter, names, [target]),
      this.seriesService.seriesByLanguage(filter, target),
      this.breakdowns.breakdown(filter, names, 'source', target),
      this.details.aspects(filter, target),
      this.details.holders(filter, target),
      this.coMentioned(filter, names, target),
    ]);
    const [own] = series;
    if (own === undefined) throw new Error(`No series was made for ${target}.`);
    return {
      provenance,
      target,
      name: names.nameOf(target),
      kind: targetKind(target),
      totals,
      series: own,
      languages,
      outlets,
      coMentioned,
      aspects: aspects.map((row) => ({ aspect: row.aspect, ...countsOf(row) })),
      holders: holders.map((row) => ({ speaker: row.speaker, entityId: row.entityId, ...countsOf(row) })),
      drivers: await this.drivers(filter, target, outlets),
    };
  }

  private async coMentioned(filter: ResolvedFilter, names: TargetNames, target: TargetRef): Promise<BreakdownRow[]> {
    if (target === ALL_COVERAGE) return (await this.breakdowns.breakdown(filter, names, 'entity')).slice(0, 30);
    const previous = comparisonRange(filter);
    const [current, before] = await Promise.all([
      this.details.coMentioned(filter, target),
      previous === null ? null : this.details.coMentioned({ ...filter, ...previous }, target),
    ]);
    return breakdownRows({
      current: current.map(asMeasure),
      previous: before?.map(asMeasure) ?? null,
      keyOf: (row) => row.target,
      nameOf: names.nameOf,
      priorOf: () => null,
    });
  }

  /** What moved the target against the period before: stories, words, outlets. */
  private async drivers(
    filter: ResolvedFilter,
    target: TargetRef,
    outlets: readonly BreakdownRow[],
  ): Promise<TargetResponse['drivers']> {
    const previous = comparisonRange(filter);
    const total = { targets: [target], total: true };
    const [[after = noMeasure], [before = noMeasure], wordsAfter, wordsBefore] = await Promise.all([
      this.measures.of(filter, total),
      previous === null ? Promise.resolve([]) : this.measures.of(filter, { ...previous, ...total }),
      this.details.words(filter, target),
      previous === null ? Promise.resolve([]) : this.details.words({ ...filter, ...previous }, target),
    ]);
    const [meanBefore, meanAfter] = [meanScore(before), meanScore(after)];
    return {
      before: meanBefore,
      after: meanAfter,
      stories: await this.stories.of(filter, target, {
        meanBefore: meanBefore ?? 0,
        change: (meanAfter ?? 0) - (meanBefore ?? 0),
        n: after.n,
        most: mostStories,
      }),
      words: wordShiftOf(wordsBefore, wordsAfter, mostWords),
      outlets: outlets
        .filter(({ previousNet, net }) => previousNet !== null && net.value !== null)
        .sort((a, b) => outletPull(b) - outletPull(a))
        .slice(0, mostDrivingOutlets),
    };
  }
}

/** How far an outlet pulled the whole: its change times its share. */
const outletPull = ({ net, previousNet, share }: BreakdownRow): number =>
  Math.abs((net.value ?? 0) - (previousNet ?? 0)) * share;

function countsOf({ n, positive, negative }: LabelRow) {
  const neutral = n - positive - negative;
  return { n, positive, neutral, negative, net: netSentiment({ positive, neutral, negative }) };
}

const asMeasure = ({ target, n, positive, negative }: CoMentionRow): Measure => ({
  ...noMeasure,
  target,
  n,
  positive,
  negative,
  weight: n,
  weightPositive: positive,
  weightNegative: negative,
});
