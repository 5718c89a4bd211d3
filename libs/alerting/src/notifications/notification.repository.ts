import { Injectable } from '@nestjs/common';
import type { AlertNotification, DeliveryAttempt } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { AlertMessage, DigestItem } from '../messages/alert-message.js';

export interface NewNotification {
  id: string;
  ruleId: string | null;
  alertIds: string[];
  channelId: string;
  reason: AlertNotification['reason'];
  subject: string;
  message: AlertMessage;
}

export interface ClaimedNotification extends NewNotification {
  failures: number;
  createdAt: Date;
}

interface Row extends Omit<AlertNotification, 'createdAt' | 'nextAttempt' | 'deliveredAt'> {
  createdAt: Date;
  nextAttempt: Date | null;
  deliveredAt: Date | null;
}

@Injectable()
export class NotificationRepository {
  constructor(private readonly database: Database) {}

  /** @param due when it may leave; at once unless told. */
  async insert(row: NewNotification, now: Date, due: Date = now): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_notification (id, rule_id, alert_ids, channel_id, reason, subject, message, state, created_at, next_attempt)
       VALUES ($1, $2, $3::uuid[], $4, $5, $6, $7, 'waiting', $8, $9)`,
      [row.id, row.ruleId, row.alertIds, row.channelId, row.reason, row.subject, JSON.stringify(row.message), now, due],
    );
  }

  /** How many wait for a channel. */
  async waiting(channelId: string): Promise<number> {
    const rows = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM alert_notification WHERE channel_id = $1 AND state = 'waiting'`,
      [channelId],
    );
    return rows[0]?.n ?? 0;
  }

  /** Adds to a digest that has not been tried yet: what was once sent stays as it is. @returns its id, if there is one. */
  async addToDigest(channelId: string, item: DigestItem, alertIds: readonly string[]): Promise<string | null> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE alert_notification SET message = jsonb_set(message, '{items}', message->'items' || $2::jsonb),
         alert_ids = alert_ids || $3::uuid[]
       WHERE id = (
         SELECT id FROM alert_notification
         WHERE channel_id = $1 AND reason = 'digest' AND state = 'waiting' AND failures = 0 AND lease_until IS NULL
           AND jsonb_array_length(message->'items') < 500
         ORDER BY created_at DESC LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING id`,
      [channelId, JSON.stringify([item]), alertIds],
    );
    return rows[0]?.id ?? null;
  }

  /** The message of a notification, with its channel and when it was made. */
  async messageOf(id: string): Promise<{ message: AlertMessage; createdAt: Date } | null> {
    const rows = await this.database.query<{ message: AlertMessage; createdAt: Date }>(
      'SELECT message, created_at AS "createdAt" FROM alert_notification WHERE id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Newest first, with their attempts. */
  async list(filter: {
    alertId?: string;
    id?: string;
    state?: AlertNotification['state'];
    limit: number;
  }): Promise<AlertNotification[]> {
    const rows = await this.database.query<Row>(
      `SELECT n.id, n.rule_id AS "ruleId", n.alert_ids AS "alertIds", n.channel_id AS "channelId",
         coalesce(c.body->>'name', '') AS "channelName", n.reason, n.subject, n.state, n.created_at AS "createdAt",
         n.next_attempt AS "nextAttempt", n.delivered_at AS "deliveredAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object('at', to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'ok', t.ok, 'status', t.status, 'error', t.error, 'tookMs', t.took_ms) ORDER BY t.at)
           FROM alert_delivery_attempt t WHERE t.notification_id = n.id), '[]') AS attempts
       FROM alert_notification n LEFT JOIN alert_channel c ON c.id = n.channel_id
       WHERE ($1::uuid IS NULL OR $1 = ANY(n.alert_ids)) AND ($2::text IS NULL OR n.state = $2)
         AND ($3::uuid IS NULL OR n.id = $3)
       ORDER BY n.created_at DESC, n.id LIMIT $4`,
      [filter.alertId ?? null, filter.state ?? null, filter.id ?? null, filter.limit],
    );
    return rows.map(({ createdAt, nextAttempt, deliveredAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      nextAttempt: nextAttempt?.toISOString() ?? null,
      deliveredAt: deliveredAt?.toISOString() ?? null,
    }));
  }

  /** Ids of what should have left by now and is not on its way. */
  async due(now: Date, most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM alert_notification
       WHERE state = 'waiting' AND next_attempt <= $1 AND (lease_until IS NULL OR lease_until <= $1)
       ORDER BY next_attempt LIMIT $2`,
      [now, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes it for sending until the lease ends; null when it is sent, not due, or somebody else's. */
  async claim(id: string, now: Date, leaseUntil: Date): Promise<ClaimedNotification | null> {
    const rows = await this.database.query<ClaimedNotification>(
      `UPDATE alert_notification SET lease_until = $3
       WHERE id = $1 AND state = 'waiting' AND next_attempt <= $2 AND (lease_until IS NULL OR lease_until <= $2)
       RETURNING id, rule_id AS "ruleId", alert_ids AS "alertIds", channel_id AS "channelId", reason, subject, message,
         failures, created_at AS "createdAt"`,
      [id, now, leaseUntil],
    );
    return rows[0] ?? null;
  }

  async postpone(id: string, until: Date): Promise<void> {
    await this.database.query('UPDATE alert_notification SET lease_until = NULL, next_attempt = $2 WHERE id = $1', [
      id,
      until,
    ]);
  }

  async recordAttempt(id: string, { at, ok, status, error, tookMs }: DeliveryAttempt): Promise<void> {
    await this.database.query(
      'INSERT INTO alert_delivery_attempt (notification_id, at, ok, status, error, took_ms) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, at, ok, status, error, tookMs],
    );
  }

  async delivered(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE alert_notification SET state = 'delivered', delivered_at = $2, next_attempt = NULL, lease_until = NULL WHERE id = $1`,
      [id, at],
    );
  }

  /** Tried again at `next`; without one it is dead. */
  async failed(id: string, next: Date | null): Promise<void> {
    await this.database.query(
      `UPDATE alert_notification SET state = CASE WHEN $2::timestamptz IS NULL THEN 'dead' ELSE 'waiting' END,
         failures = failures + 1, next_attempt = $2, lease_until = NULL WHERE id = $1`,
      [id, next],
    );
  }

  /** Sends a dead one again, with its old id. @returns whether there was one. */
  async revive(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE alert_notification SET state = 'waiting', failures = 0, next_attempt = $2, lease_until = NULL
       WHERE id = $1 AND state = 'dead' RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }

  /** History is kept for 400 days. */
  async forgetBefore(moment: Date): Promise<void> {
    await this.database.query('DELETE FROM alert_notification WHERE created_at < $1', [moment]);
    await this.database.query('DELETE FROM alert_transition WHERE at < $1', [moment]);
  }
}
