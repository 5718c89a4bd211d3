import { Injectable } from '@nestjs/common';
import type { AlertRuleInput } from '@timbre/contracts';
import type { NotificationGroup } from '@timbre/metrics';
import { Database } from '@timbre/platform';

export interface DueGroup {
  ruleId: string;
  channelId: string;
  group: NotificationGroup;
  rule: AlertRuleInput;
}

/** What each channel was told of each rule, and when to look again. */
@Injectable()
export class AlertGroupRepository {
  constructor(private readonly database: Database) {}

  /** Call inside a transaction: the group is ours until it ends. */
  async lock(ruleId: string, channelId: string): Promise<NotificationGroup | null> {
    const rows = await this.database.query<{ body: NotificationGroup }>(
      'SELECT body FROM alert_group WHERE rule_id = $1 AND channel_id = $2 FOR UPDATE',
      [ruleId, channelId],
    );
    return rows[0]?.body ?? null;
  }

  /** Call inside a transaction. The next group that is due and that nobody else tells. */
  async takeDue(now: Date): Promise<DueGroup | null> {
    const rows = await this.database.query<DueGroup>(
      `SELECT g.rule_id AS "ruleId", g.channel_id AS "channelId", g.body AS "group", r.body AS rule
       FROM alert_group g JOIN alert_rule r ON r.id = g.rule_id
       WHERE g.next_flush <= $1 ORDER BY g.next_flush LIMIT 1 FOR UPDATE OF g SKIP LOCKED`,
      [now],
    );
    return rows[0] ?? null;
  }

  async save(ruleId: string, channelId: string, group: NotificationGroup): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_group (rule_id, channel_id, body, next_flush) VALUES ($1, $2, $3, $4)
       ON CONFLICT (rule_id, channel_id) DO UPDATE SET body = excluded.body, next_flush = excluded.next_flush`,
      [ruleId, channelId, JSON.stringify(group), group.nextFlush === null ? null : new Date(group.nextFlush)],
    );
  }

  /** Channels that were told of an alert of this rule, recipients or not. */
  async channelsOf(ruleId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT channel_id AS id FROM alert_group WHERE rule_id = $1 AND body->'alerts' <> '{}'`,
      [ruleId],
    );
    return rows.map(({ id }) => id);
  }

  async forget(ruleId: string): Promise<void> {
    await this.database.query('DELETE FROM alert_group WHERE rule_id = $1', [ruleId]);
  }
}
