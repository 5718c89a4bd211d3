import { Injectable } from '@nestjs/common';
import { type AlertInput, alertRuleInput, type AlertRuleInput } from '@timbre/contracts';
import type { GroupedAlert } from '@timbre/metrics';
import { AlertRepository } from '../alerts/alert.repository.js';
import { AlertLinks } from '../links/alert-links.service.js';
import { BlindSources } from '../measures/blind-sources.service.js';
import { coverageOf } from '../measures/rule-filter.js';
import { SeriesFinder } from '../series/series-finder.service.js';
import type { AlertMessage, OtherAlert } from './alert-message.js';
import { ContributingArticles } from './contributing-articles.service.js';
import { TargetNames } from './target-names.service.js';
import { viewSearch } from './view-search.js';

export interface ComposeRequest {
  ruleId: string;
  rule: AlertRuleInput;
  reason: Exclude<AlertMessage['reason'], 'digest'>;
  alerts: readonly GroupedAlert[];
  now: Date;
}

/** Further alerts that a message names. */
const mostOthers = 20;

/** Gathers what a message says: the numbers at its beginning, and the articles that made them. */
@Injectable()
export class MessageComposer {
  constructor(
    private readonly articles: ContributingArticles,
    private readonly names: TargetNames,
    private readonly blind: BlindSources,
    private readonly alerts: AlertRepository,
    private readonly series: SeriesFinder,
    private readonly links: AlertLinks,
  ) {}

  async compose({ ruleId, rule: whole, reason, alerts, now }: ComposeRequest): Promise<AlertMessage> {
    const ended = reason === 'resolved';
    const newest = alerts.findLast(({ endsAt }) => (endsAt !== null) === ended) ?? alerts.at(-1);
    const key = newest?.labels.series ?? '';
    const rule = await this.series.ruleOf(alertRuleInput.parse(whole), key);
    const known = newest === undefined ? null : await this.alerts.find(newest.key);
    const since = new Date(newest?.startsAt ?? now.getTime());
    const from = new Date(since.getTime() - rule.window * 1_000);
    const to = new Date(Math.max(since.getTime(), newest?.endsAt ?? now.getTime()));
    const blind = await this.blind.within(rule, from, since);
    const input = inputOf(newest);
    const until = newest?.endsAt == null ? null : new Date(newest.endsAt).toISOString();
    const others = alerts.filter((alert) => alert !== newest);
    const escalatedFrom = newest?.annotations.escalatedFrom;
    const name = newest?.annotations.name;
    return {
      reason,
      kind: known?.kind ?? 'threshold',
      ruleName: rule.name,
      severity: rule.severity,
      series: rule.series,
      condition: rule.condition,
      window: rule.window,
      targets: await this.names.of(rule, whole.forEach?.by, name),
      ...(name === undefined ? {} : { of: { key, name } }),
      ...(others.length === 0
        ? {}
        : { others: { shown: others.slice(-mostOthers).map(otherOf), count: others.length } }),
      ...(escalatedFrom === undefined ? {} : { escalatedFrom }),
      since: since.toISOString(),
      until,
      input,
      interval: rule.series === 'net' ? intervalIn(newest) : null,
      articles: ended ? [] : await this.articles.of(rule, from, to, input),
      sources: { all: blind.sources, blind: blind.blindWithin(from.getTime(), since.getTime()) },
      links: {
        view: `${this.links.base}/articles?${viewSearch(coverageOf(rule, from, to))}`,
        alert:
          newest === undefined
            ? `${this.links.base}/alerts?rule=${ruleId}`
            : `${this.links.base}/alerts?alert=${newest.key}`,
        ...(ruleId === '' || ended ? {} : { mute: this.links.mute({ ruleId, series: key }, now) }),
      },
      ...(reason === 'test'
        ? {}
        : {
            picture: {
              rule,
              since: since.toISOString(),
              until,
              at: new Date(Math.max(to.getTime(), now.getTime())).toISOString(),
              input,
            },
          }),
    };
  }
}

function otherOf(alert: GroupedAlert): OtherAlert {
  return {
    name: alert.annotations.name ?? '',
    value: inputOf(alert)?.value ?? null,
    since: new Date(alert.startsAt).toISOString(),
    until: alert.endsAt === null ? null : new Date(alert.endsAt).toISOString(),
  };
}

function inputOf(alert: GroupedAlert | undefined): AlertInput | null {
  const text = alert?.annotations.input;
  return text === undefined ? null : (JSON.parse(text) as AlertInput);
}

function intervalIn(alert: GroupedAlert | undefined): AlertMessage['interval'] {
  const text = alert?.annotations.interval;
  return text === undefined ? null : (JSON.parse(text) as AlertMessage['interval']);
}
