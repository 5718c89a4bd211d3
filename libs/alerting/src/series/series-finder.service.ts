import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import { SourceService } from '@timbre/collection';
import type { AlertForEach, AlertRuleInput } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { coverageOf } from '../measures/rule-filter.js';
import { ruleOfSeries } from './rule-of-series.js';

/** A series that a rule could watch. */
export interface FoundSeries {
  key: string;
  name: string;
  /** Coverage within the rule's window. */
  n: number;
}

const day = 86_400_000;
/** What has been silent for longer than this is not waited for. */
const silenceDays = 90;

/** Finds the series of rules that are evaluated for each outlet, topic, entity or language. */
@Injectable()
export class SeriesFinder {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly sources: SourceService,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * Series with coverage in a range, those that the filter names, and those that are watched already as long as they
   * exist. Outlets are there without coverage too where their silence is what is looked for.
   */
  async find(
    rule: AlertRuleInput,
    by: AlertForEach['by'],
    { from, to }: { from: Date; to: Date },
    watched: readonly { key: string; name: string }[],
  ): Promise<FoundSeries[]> {
    const begin =
      rule.series === 'silence' ? new Date(Math.min(from.getTime(), to.getTime() - silenceDays * day)) : from;
    if (by === 'outlet') return this.outlets(rule, begin, to, watched);
    if (by === 'language') return this.languages(rule, begin, to, watched);
    return this.targets(rule, by, begin, to, watched);
  }

  /** The rule as one of its series sees it. */
  async ruleOf(rule: AlertRuleInput, key: string): Promise<AlertRuleInput> {
    return ruleOfSeries(rule, key, rule.forEach?.by === 'outlet' ? await this.outletSources(rule) : new Map());
  }

  /** The rule as each of these series sees it. */
  async rulesOf(rule: AlertRuleInput, keys: readonly string[]): Promise<AlertRuleInput[]> {
    const outlets = rule.forEach?.by === 'outlet' ? await this.outletSources(rule) : new Map<string, string[]>();
    return keys.map((key) => ruleOfSeries(rule, key, outlets));
  }

  private async outlets(
    rule: AlertRuleInput,
    from: Date,
    to: Date,
    watched: readonly { key: string }[],
  ): Promise<FoundSeries[]> {
    const [sources, counts] = await Promise.all([this.outletSources(rule), this.counts(rule, 'source', from, to)]);
    const known = new Set(watched.map(({ key }) => key));
    const quietToo = rule.series === 'silence' || rule.series === 'source-health';
    return [...sources].flatMap(([key, ids]) => {
      const n = ids.reduce((sum, id) => sum + (counts.get(id)?.n ?? 0), 0);
      return n > 0 || quietToo || known.has(key) ? [{ key, name: key, n }] : [];
    });
  }

  private async languages(
    rule: AlertRuleInput,
    from: Date,
    to: Date,
    watched: readonly { key: string; name: string }[],
  ): Promise<FoundSeries[]> {
    const counts = await this.counts(rule, 'language', from, to);
    const keys = new Set([...counts.keys(), ...watched.map(({ key }) => key), ...rule.filter.languages]);
    const named = new Set(rule.filter.languages);
    return [...keys]
      .filter((key) => named.size === 0 || named.has(key))
      .map((key) => ({ key, name: key, n: counts.get(key)?.n ?? 0 }));
  }

  private async targets(
    rule: AlertRuleInput,
    by: 'topic' | 'entity',
    from: Date,
    to: Date,
    watched: readonly { key: string }[],
  ): Promise<FoundSeries[]> {
    const [{ catalogue }, counts] = await Promise.all([this.catalogue.current(), this.counts(rule, by, from, to)]);
    const named = new Set(rule.filter.targets.filter((target) => target.startsWith(`${by}:`)));
    const known = new Set(watched.map(({ key }) => key));
    const items = by === 'topic' ? catalogue.topics : catalogue.entities;
    return items.flatMap(({ id, names }) => {
      const key = `${by}:${id}`;
      const n = counts.get(key)?.n ?? 0;
      const wanted = named.size > 0 ? named.has(key) : n > 0 || known.has(key);
      return wanted ? [{ key, name: names.en, n }] : [];
    });
  }

  private async counts(
    rule: AlertRuleInput,
    by: 'source' | 'language' | 'topic' | 'entity',
    from: Date,
    to: Date,
  ): Promise<Map<string, { n: number }>> {
    const filter = coverageOf(rule, from, to);
    const ofTargets = by === 'topic' || by === 'entity';
    // A topic is not counted within itself; who is quoted where is another question.
    const asked = ofTargets ? { ...filter, targets: [] } : filter;
    const { rows } = await this.coverage.breakdown(asked, by, { now: to });
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Ids of the enabled sources of each outlet within the filter. */
  private async outletSources(rule: AlertRuleInput): Promise<Map<string, string[]>> {
    const named = new Set(rule.filter.sources);
    const outlets = new Map<string, string[]>();
    for (const { id, outlet, enabled } of await this.sources.all()) {
      if (!enabled || (named.size > 0 && !named.has(id))) continue;
      outlets.set(outlet, [...(outlets.get(outlet) ?? []), id]);
    }
    return outlets;
  }
}
