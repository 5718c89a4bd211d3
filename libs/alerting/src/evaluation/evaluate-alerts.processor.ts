import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor } from '@timbre/platform';
import { Escalations } from '../escalation/escalations.service.js';
import { NotificationOutbox } from '../notifications/notification-outbox.service.js';
import { GroupFlusher } from '../telling/group-flusher.service.js';
import { evaluateAlertsQueue } from './evaluate-alerts.job.js';
import { RuleEvaluator } from './rule-evaluator.service.js';

const forgetMs = 3_600_000;

@Injectable()
@Processor(evaluateAlertsQueue)
export class EvaluateAlertsProcessor implements JobProcessor<typeof evaluateAlertsQueue> {
  private forgotten = 0;

  constructor(
    private readonly evaluator: RuleEvaluator,
    private readonly escalations: Escalations,
    private readonly flusher: GroupFlusher,
    private readonly outbox: NotificationOutbox,
  ) {}

  async process(): Promise<void> {
    await this.evaluator.evaluateDue(new Date());
    await this.escalations.tellDue(new Date());
    await this.flusher.flushDue(new Date());
    const now = new Date();
    await this.outbox.requestDue(now);
    if (now.getTime() - this.forgotten < forgetMs) return;
    this.forgotten = now.getTime();
    await this.outbox.forgetOld(now);
    await this.escalations.forgetSettled();
  }
}
