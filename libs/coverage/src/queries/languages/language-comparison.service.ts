import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type LanguageLead, type LanguagesResponse, type TargetRef } from '@timbre/contracts';
import { byTarget } from '../measures/measure-values.js';
import { Measures } from '../measures/measures.service.js';
import { ProvenanceService } from '../provenance/provenance.service.js';
import { seriesBuckets } from '../range/buckets.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import { coverageSeriesOf } from '../series/coverage-series-of.js';
import { TargetDetailRepository } from '../target/target-detail.repository.js';
import type { TargetNames } from '../targets/target-names.js';
import { aspectsInLanguages, languageLeadOf, type Pair, sidesOf, targetsInLanguages } from './in-two-languages.js';

/** Hours further back than this do not tell who leads today, and would be many rows. */
const leadDays = 90;
const mostLed = 12;
const mostTargets = 40;

/** Holds two languages against each other: tone, order in time, aspects. */
@Injectable()
export class LanguageComparison {
  constructor(
    private readonly measures: Measures,
    private readonly provenance: ProvenanceService,
    private readonly details: TargetDetailRepository,
  ) {}

  /** @param filter - its first target is compared in detail; its languages give way to the pair. */
  async compare(filter: ResolvedFilter, names: TargetNames, pair: Pair): Promise<LanguagesResponse> {
    const both: ResolvedFilter = { ...filter, languages: [...pair] };
    const target = filter.targets[0] ?? ALL_COVERAGE;
    const others = target === ALL_COVERAGE ? [...names.topics] : [...new Set([...filter.targets, ...names.topics])];
    const [provenance, perBucket, totals, aspects] = await Promise.all([
      this.provenance.of(both, [target]),
      this.measures.of(both, { targets: [target], by: 'language' }),
      this.measures.of(both, { targets: [...new Set([target, ...others])], by: 'language', total: true }),
      Promise.all([this.aspects(both, target, pair[0]), this.aspects(both, target, pair[1])]),
    ]);
    const sides = sidesOf(byTarget(totals).get(target) ?? [], pair);
    const compared = targetsInLanguages(
      totals.filter((measure) => measure.target !== ALL_COVERAGE),
      pair,
      names.nameOf,
    ).slice(0, mostTargets);
    const leads = await this.leads(
      both,
      pair,
      compared.slice(0, mostLed).map((row) => row.target),
    );
    const buckets = seriesBuckets(filter.from, filter.to, filter.bucket, filter.tz);
    return {
      provenance,
      pair: [...pair],
      target,
      name: names.nameOf(target),
      sides,
      series: pair.map((lang) =>
        coverageSeriesOf(
          target,
          lang,
          buckets,
          perBucket.filter(({ key }) => key === lang),
        ),
      ),
      targets: compared.map((row) => ({ ...row, lead: leads.get(row.target) ?? null })),
      aspects: aspectsInLanguages(aspects, [sides[0].n, sides[1].n]),
    };
  }

  private aspects(filter: ResolvedFilter, target: TargetRef, lang: string) {
    return this.details.aspects({ ...filter, languages: [lang] }, target);
  }

  private async leads(
    filter: ResolvedFilter,
    pair: Pair,
    targets: readonly TargetRef[],
  ): Promise<Map<TargetRef, LanguageLead | null>> {
    const from = new Date(Math.max(filter.from.getTime(), filter.to.getTime() - leadDays * 86_400_000));
    const hourly: ResolvedFilter = { ...filter, from, bucket: 'hour', tz: 'UTC', weighting: 'none' };
    const measures = byTarget(await this.measures.of(hourly, { targets, by: 'language' }));
    const hours = seriesBuckets(from, filter.to, 'hour', 'UTC');
    return new Map(targets.map((target) => [target, languageLeadOf(measures.get(target) ?? [], pair, hours)]));
  }
}
