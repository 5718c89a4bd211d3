import { Injectable } from '@nestjs/common';
import type { AlertInput, AlertLeftOut, AlertRuleInput } from '@timbre/contracts';
import type { AlertState } from '@timbre/metrics';
import { Database } from '@timbre/platform';

export interface StoredRule {
  id: string;
  version: number;
  body: AlertRuleInput;
  state: AlertState | null;
  lastInput: AlertInput | null;
  lastError: string | null;
  /** Series beyond the cap; null for rules of one series. */
  leftOut: AlertLeftOut | null;
  updatedAt: Date;
}

export interface ListedRule extends StoredRule {
  /** Series that are watched, and how many of them fire. */
  watched: number;
  firing: number;
}

export interface LeasedRule extends StoredRule {
  lease: string;
  nextEvaluation: Date;
}

const columns = `id, version, body, state, last_input AS "lastInput", last_error AS "lastError", left_out AS "leftOut",
  updated_at AS "updatedAt", (SELECT count(*)::int FROM alert_series s WHERE s.rule_id = alert_rule.id) AS watched,
  (SELECT count(*)::int FROM alert_series s
   WHERE s.rule_id = alert_rule.id AND s.state->>'open' IS NOT NULL) AS firing`;

@Injectable()
export class AlertRuleRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<ListedRule[]> {
    return this.database.query<ListedRule>(
      `SELECT ${columns} FROM alert_rule WHERE removed_at IS NULL ORDER BY body->>'name', id LIMIT 5000`,
    );
  }

  async find(id: string): Promise<ListedRule | null> {
    const rows = await this.database.query<ListedRule>(
      `SELECT ${columns} FROM alert_rule WHERE id = $1 AND removed_at IS NULL`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Writes a rule as its next version; an evaluation that runs right now loses its lease, and the state stays or goes. */
  async save(id: string, body: AlertRuleInput, options: { by: string; at: Date; keepState: boolean }): Promise<void> {
    await this.database.query(
      `WITH saved AS (
         INSERT INTO alert_rule (id, version, body, enabled, next_evaluation, updated_at)
         VALUES ($1, 1, $2, $3, $4, $4)
         ON CONFLICT (id) DO UPDATE SET version = alert_rule.version + 1, body = excluded.body, enabled = excluded.enabled,
           next_evaluation = excluded.next_evaluation, updated_at = excluded.updated_at, lease = NULL, lease_until = NULL,
           last_error = NULL, left_out = CASE WHEN $6 THEN alert_rule.left_out END, state = CASE WHEN $6 THEN alert_rule.state END,
           last_input = CASE WHEN $6 THEN alert_rule.last_input END
         RETURNING version
       )
       INSERT INTO alert_rule_version (rule_id, version, body, by, at) SELECT $1, version, $2, $5, $4 FROM saved`,
      [id, JSON.stringify(body), body.enabled, options.at, options.by, options.keepState],
    );
  }

  /** Rules by id, removed ones too; for what still refers to them. */
  bodiesOf(ids: readonly string[]): Promise<{ id: string; body: AlertRuleInput }[]> {
    return this.database.query('SELECT id, body FROM alert_rule WHERE id = ANY($1::uuid[])', [ids]);
  }

  async remove(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE alert_rule SET removed_at = $2, enabled = false, lease = NULL, lease_until = NULL WHERE id = $1`,
      [id, at],
    );
  }

  /** Rules that are due and that nobody evaluates; they are ours until the lease ends. */
  takeDue(now: Date, lease: string, leaseUntil: Date, most: number): Promise<LeasedRule[]> {
    return this.database.query<LeasedRule>(
      `WITH due AS (
         SELECT id FROM alert_rule
         WHERE enabled AND removed_at IS NULL AND next_evaluation <= $1 AND (lease_until IS NULL OR lease_until <= $1)
         ORDER BY next_evaluation LIMIT $4 FOR UPDATE SKIP LOCKED
       )
       UPDATE alert_rule SET lease = $2, lease_until = $3 FROM due WHERE alert_rule.id = due.id
       RETURNING alert_rule.id, version, body, state, last_input AS "lastInput", last_error AS "lastError",
         left_out AS "leftOut", updated_at AS "updatedAt", lease, next_evaluation AS "nextEvaluation"`,
      [now, lease, leaseUntil, most],
    );
  }

  /** @returns false when the rule was edited, removed, or taken over meanwhile: then nothing of the evaluation counts. */
  async saveEvaluation(
    rule: Pick<LeasedRule, 'id' | 'version' | 'lease'>,
    outcome: {
      state: AlertState | null;
      input: AlertInput | null;
      error: string | null;
      leftOut: AlertLeftOut | null;
      nextEvaluation: Date;
    },
  ): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE alert_rule SET state = $4, last_input = coalesce($5, last_input), last_error = $6, next_evaluation = $7,
         left_out = $8, lease = NULL, lease_until = NULL
       WHERE id = $1 AND version = $2 AND lease = $3 RETURNING id`,
      [
        rule.id,
        rule.version,
        rule.lease,
        outcome.state === null ? null : JSON.stringify(outcome.state),
        outcome.input === null ? null : JSON.stringify(outcome.input),
        outcome.error,
        outcome.nextEvaluation,
        outcome.leftOut === null ? null : JSON.stringify(outcome.leftOut),
      ],
    );
    return rows.length > 0;
  }
}
