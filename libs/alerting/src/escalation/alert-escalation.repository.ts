import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface DueEscalation {
  alertId: string;
  channelId: string;
  fromChannelId: string;
}

/** Which channel is to hear of an alert that stays unacknowledged, and when. */
@Injectable()
export class AlertEscalationRepository {
  constructor(private readonly database: Database) {}

  /** The first promise for a channel counts: a repeated message does not put it off. */
  async expect(alertIds: readonly string[], escalation: Omit<DueEscalation, 'alertId'>, dueAt: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_escalation (alert_id, channel_id, from_channel_id, due_at)
       SELECT unnest($1::uuid[]), $2, $3, $4 ON CONFLICT DO NOTHING`,
      [alertIds, escalation.channelId, escalation.fromChannelId, dueAt],
    );
  }

  /** Call inside a transaction. The next one that is due for an alert that is open and that nobody has acknowledged. */
  async takeDue(now: Date): Promise<DueEscalation | null> {
    const rows = await this.database.query<DueEscalation>(
      `SELECT e.alert_id AS "alertId", e.channel_id AS "channelId", e.from_channel_id AS "fromChannelId"
       FROM alert_escalation e JOIN alert a ON a.id = e.alert_id
       WHERE e.told_at IS NULL AND e.due_at <= $1 AND a.ended_at IS NULL AND a.acknowledged_at IS NULL
       ORDER BY e.due_at LIMIT 1 FOR UPDATE OF e SKIP LOCKED`,
      [now],
    );
    return rows[0] ?? null;
  }

  async told({ alertId, channelId }: DueEscalation, at: Date): Promise<void> {
    await this.database.query('UPDATE alert_escalation SET told_at = $3 WHERE alert_id = $1 AND channel_id = $2', [
      alertId,
      channelId,
      at,
    ]);
  }

  async postpone({ alertId, channelId }: DueEscalation, until: Date): Promise<void> {
    await this.database.query('UPDATE alert_escalation SET due_at = $3 WHERE alert_id = $1 AND channel_id = $2', [
      alertId,
      channelId,
      until,
    ]);
  }

  /** Forgets what will not be told any more: of alerts that are over or acknowledged. */
  async forgetSettled(): Promise<void> {
    await this.database.query(
      `DELETE FROM alert_escalation e USING alert a
       WHERE a.id = e.alert_id AND (a.ended_at IS NOT NULL OR a.acknowledged_at IS NOT NULL)`,
    );
  }
}
