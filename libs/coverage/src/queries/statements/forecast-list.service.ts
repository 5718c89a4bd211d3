import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type ForecastsResponse, targetRefOf } from '@timbre/contracts';
import { Measures } from '../measures/measures.service.js';
import { seriesBuckets } from '../range/buckets.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import type { TargetNames } from '../targets/target-names.js';
import { forecastIndexOf } from './forecast-index-of.js';
import { ForecastListRepository, type ForecastQuestion } from './forecast-list.repository.js';
import { inArticle } from './in-article.js';

const mostRows = 2_000;
const mostSubjects = 50;
/** A vote counts for 90 days, so votes from before the range speak at its start. */
const voteMs = 90 * 86_400_000;

/** When, according to whom? */
@Injectable()
export class ForecastListService {
  constructor(
    private readonly repository: ForecastListRepository,
    private readonly measures: Measures,
  ) {}

  /** @param subject - an entity id, or the words of a subject that is not in the catalogue. */
  async forecasts(filter: ResolvedFilter, names: TargetNames, subject?: string): Promise<ForecastsResponse> {
    const targets = filter.targets.filter((target) => target !== ALL_COVERAGE);
    const question: ForecastQuestion = { ...filter, targets, subject, limit: mostRows };
    const voters = { ...question, from: new Date(filter.from.getTime() - voteMs) };
    const [claims, total, subjects, sources] = await Promise.all([
      this.repository.claims(voters),
      this.repository.total(question),
      this.repository.subjects(question, mostSubjects),
      this.measures.sources(),
    ]);
    const facts = new Map(sources.map((source) => [source.id, source]));
    const buckets = seriesBuckets(filter.from, filter.to, filter.bucket, filter.tz);
    const ends = buckets.map((_, index) => Date.parse(buckets[index + 1]?.start ?? filter.to.toISOString()) - 1);
    const known = new Set(names.entities);
    return {
      rows: claims
        .filter(({ published }) => published >= filter.from)
        .map((row) => ({ ...row.body, ...inArticle(row, facts) })),
      index: forecastIndexOf(claims, ends),
      subjects: subjects.map(({ subject: id, words, n }) => {
        const target = targetRefOf('entity', id);
        return { id, name: known.has(target) ? names.nameOf(target) : words, n };
      }),
      total,
    };
  }
}
