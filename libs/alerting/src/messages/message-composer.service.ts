import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import {
  ALL_COVERAGE,
  type AlertInput,
  type AlertRuleInput,
  articleQuery,
  type ArticleSummary,
} from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import type { GroupedAlert } from '@timbre/metrics';
import { InjectSettings, type Settings } from '@timbre/platform';
import { BlindSources } from '../measures/blind-sources.service.js';
import { coverageOf } from '../measures/rule-filter.js';
import { AlertRepository } from '../alerts/alert.repository.js';
import type { AlertMessage } from './alert-message.js';
import { strongestArticles } from './strongest-articles.js';

export interface ComposeRequest {
  ruleId: string;
  rule: AlertRuleInput;
  reason: AlertMessage['reason'];
  alerts: readonly GroupedAlert[];
  now: Date;
}

/** Gathers what a message says: the numbers at its beginning, and the articles that made them. */
@Injectable()
export class MessageComposer {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly catalogue: CatalogueService,
    private readonly blind: BlindSources,
    private readonly alerts: AlertRepository,
    @InjectSettings() private readonly settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  ) {}

  async compose({ ruleId, rule, reason, alerts, now }: ComposeRequest): Promise<AlertMessage> {
    const newest = alerts.at(-1);
    const known = newest === undefined ? null : await this.alerts.find(newest.key);
    const since = new Date(newest?.startsAt ?? now.getTime());
    const from = new Date(since.getTime() - rule.window * 1_000);
    const to = new Date(Math.max(since.getTime(), newest?.endsAt ?? now.getTime()));
    const blind = await this.blind.within(rule, from, since);
    const input = this.inputOf(newest);
    const view = coverageOf(rule, from, to);
    const articles = reason === 'resolved' ? [] : await this.articlesOf(rule, from, to, input);
    const base = this.settings.publicUrl ?? `http://${this.settings.host}:${this.settings.port}`;
    const search = new URLSearchParams({ from: view.from ?? '', to: view.to ?? '' });
    for (const [key, values] of Object.entries({
      targets: view.targets,
      sources: view.sources,
      languages: view.languages,
    })) {
      if (values.length > 0) search.set(key, values.join(','));
    }
    return {
      reason,
      kind: known?.kind ?? 'threshold',
      ruleName: rule.name,
      severity: rule.severity,
      series: rule.series,
      condition: rule.condition,
      window: rule.window,
      targets: await this.namesOf(rule),
      since: since.toISOString(),
      until: newest?.endsAt == null ? null : new Date(newest.endsAt).toISOString(),
      input,
      interval: rule.series === 'net' ? intervalIn(newest) : null,
      articles: articles.map(({ id, title, sourceName, published, score, evidence }) => ({
        title,
        source: sourceName,
        published,
        score,
        evidence,
        link: `${base}/articles/${id}`,
      })),
      sources: { all: blind.sources, blind: blind.blindWithin(from.getTime(), since.getTime()) },
      links: {
        view: `${base}/articles?${search.toString()}`,
        alert: newest === undefined ? `${base}/alerts?rule=${ruleId}` : `${base}/alerts?alert=${newest.key}`,
      },
    };
  }

  private async articlesOf(
    rule: AlertRuleInput,
    from: Date,
    to: Date,
    input: AlertInput | null,
  ): Promise<ArticleSummary[]> {
    if (rule.series === 'source-health' || rule.series === 'silence') return [];
    const query = articleQuery.parse({
      targets: rule.filter.targets.slice(0, 1),
      sources: rule.filter.sources,
      languages: rule.filter.languages,
      unit: 'stories',
      from: from.toISOString(),
      to: new Date(to.getTime() + 1).toISOString(),
      limit: 200,
    });
    const { items } = await this.coverage.articles(query);
    return strongestArticles(items, rule, input);
  }

  private async namesOf({ filter }: AlertRuleInput): Promise<AlertMessage['targets']> {
    const targets = filter.targets.filter((target) => target !== ALL_COVERAGE);
    if (targets.length === 0) return { en: 'all coverage', zh: '全部报道' };
    const { catalogue } = await this.catalogue.current();
    const nameOf = (target: string, language: 'en' | 'zh'): string => {
      const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
      const item = (kind === 'topic' ? catalogue.topics : catalogue.entities).find((one) => one.id === id);
      return (language === 'zh' ? item?.names.zh : undefined) ?? item?.names.en ?? id;
    };
    return {
      en: targets.map((target) => nameOf(target, 'en')).join(', '),
      zh: targets.map((target) => nameOf(target, 'zh')).join('、'),
    };
  }

  private inputOf(alert: GroupedAlert | undefined): AlertInput | null {
    const text = alert?.annotations['input'];
    return text === undefined ? null : (JSON.parse(text) as AlertInput);
  }
}

function intervalIn(alert: GroupedAlert | undefined): AlertMessage['interval'] {
  const text = alert?.annotations['interval'];
  return text === undefined ? null : (JSON.parse(text) as AlertMessage['interval']);
}
