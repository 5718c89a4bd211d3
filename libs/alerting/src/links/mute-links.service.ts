import { Injectable } from '@nestjs/common';
import { alertRuleInput, type AlertSilence, alertSilenceInput, MUTED_BY_LINK } from '@timbre/contracts';
import { NotFoundError } from '@timbre/platform';
import { AlertRuleRepository } from '../rules/alert-rule.repository.js';
import { SilenceRepository } from '../silences/silence.repository.js';
import { AlertLinks, type MutedSeries } from './alert-links.service.js';

/** What a link from a message would mute. */
export interface MutableRule extends MutedSeries {
  name: string;
}

/** Mutes by a link from a message: whoever got the message may stop the noise, and nothing else. */
@Injectable()
export class MuteLinks {
  constructor(
    private readonly links: AlertLinks,
    private readonly rules: AlertRuleRepository,
    private readonly silences: SilenceRepository,
  ) {}

  /** @throws ForgedLinkError, ExpiredLinkError, NotFoundError */
  async open(token: string, now: Date): Promise<MutableRule> {
    const muted = this.links.muted(token, now);
    const rule = await this.rules.find(muted.ruleId);
    if (rule === null) throw new NotFoundError('alert rule', muted.ruleId);
    return { ...muted, name: alertRuleInput.parse(rule.body).name };
  }

  /** @throws ForgedLinkError, ExpiredLinkError, NotFoundError */
  async mute(token: string, hours: number, now: Date): Promise<{ rule: MutableRule; silence: AlertSilence }> {
    const rule = await this.open(token, now);
    const input = alertSilenceInput.parse({
      ruleIds: [rule.ruleId],
      series: rule.series === '' ? [] : [rule.series],
      from: now.toISOString(),
      to: new Date(now.getTime() + hours * 3_600_000).toISOString(),
    });
    return { rule, silence: await this.silences.add(input, MUTED_BY_LINK, now) };
  }
}
