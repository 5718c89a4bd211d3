import { Injectable } from '@nestjs/common';
import type { AlertMarkInput, AlertRuleInput } from '@timbre/contracts';
import type { VerdictMark } from '@timbre/metrics';
import { Database } from '@timbre/platform';
import { AlertMarkRepository } from './alert-mark.repository.js';
import { markSubject } from './mark-subject.js';

type Measured = Pick<AlertRuleInput, 'series' | 'filter'>;

/** What people made of alerts, real ones and those that a setting would have raised. */
@Injectable()
export class AlertMarkService {
  constructor(
    private readonly database: Database,
    private readonly marks: AlertMarkRepository,
  ) {}

  /** One stretch has one verdict: what overlapped it before is gone. */
  async mark({ rule, key, from, to, verdict }: AlertMarkInput, by: string, at: Date): Promise<void> {
    const subject = markSubject(rule);
    const [begin, end] = [new Date(from), to === null ? null : new Date(to)];
    await this.database.transaction(async () => {
      await this.marks.forget(subject, key, begin, end);
      if (verdict !== null) await this.marks.set({ subject, key, from: begin, to: end, verdict }, by, at);
    });
  }

  /** @returns a function that gives the marks on one series of one of these rules. */
  async of(rules: readonly Measured[]): Promise<(rule: Measured, key: string) => readonly VerdictMark[]> {
    const marks = await this.marks.of(rules.map(markSubject));
    return (rule, key) => marks.get(`${markSubject(rule)} ${key}`) ?? [];
  }
}
