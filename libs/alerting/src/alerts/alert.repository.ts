import { Injectable } from '@nestjs/common';
import type { Alert, AlertComment, AlertInput, AlertTransition } from '@timbre/contracts';
import type { ActivationKind, PhaseChange } from '@timbre/metrics';
import { Database } from '@timbre/platform';

interface AlertRow extends Omit<Alert, 'startedAt' | 'endedAt' | 'acknowledgedAt' | 'value' | 'n'> {
  startedAt: Date;
  endedAt: Date | null;
  acknowledgedAt: Date | null;
  input: AlertInput | null;
}

const columns = `a.id, a.rule_id AS "ruleId", r.body->>'name' AS "ruleName", r.body->>'severity' AS severity, a.kind, a.state,
  a.started_at AS "startedAt", a.ended_at AS "endedAt", a.input, a.acknowledged_by AS "acknowledgedBy",
  a.acknowledged_at AS "acknowledgedAt",
  EXISTS (SELECT 1 FROM alert_silence s WHERE s.from_at <= now() AND s.to_at > now()
    AND (s.rule_ids = '{}' OR a.rule_id = ANY(s.rule_ids))
    AND (s.severities = '{}' OR r.body->>'severity' = ANY(s.severities))) AS silenced`;

@Injectable()
export class AlertRepository {
  constructor(private readonly database: Database) {}

  /** Open ones first, then newest first. */
  async list(filter: { ruleId?: string; open?: boolean; limit: number }): Promise<Alert[]> {
    const rows = await this.database.query<AlertRow>(
      `SELECT ${columns} FROM alert a JOIN alert_rule r ON r.id = a.rule_id
       WHERE ($1::uuid IS NULL OR a.rule_id = $1) AND (NOT $2 OR a.ended_at IS NULL)
       ORDER BY a.ended_at IS NULL DESC, a.started_at DESC, a.id LIMIT $3`,
      [filter.ruleId ?? null, filter.open ?? false, filter.limit],
    );
    return rows.map(present);
  }

  async find(id: string): Promise<Alert | null> {
    const rows = await this.database.query<AlertRow>(
      `SELECT ${columns} FROM alert a JOIN alert_rule r ON r.id = a.rule_id WHERE a.id = $1`,
      [id],
    );
    return rows.map(present)[0] ?? null;
  }

  async open(row: {
    id: string;
    ruleId: string;
    ruleVersion: number;
    kind: ActivationKind;
    at: Date;
    input: AlertInput | null;
  }): Promise<void> {
    await this.database.query(
      `INSERT INTO alert (id, rule_id, rule_version, kind, state, started_at, input) VALUES ($1, $2, $3, $4, 'firing', $5, $6)`,
      [row.id, row.ruleId, row.ruleVersion, row.kind, row.at, row.input === null ? null : JSON.stringify(row.input)],
    );
  }

  /** Ends the open alert of a rule. */
  async close(ruleId: string, at: Date): Promise<{ id: string; startedAt: Date } | null> {
    const rows = await this.database.query<{ id: string; startedAt: Date }>(
      `UPDATE alert SET state = 'resolved', ended_at = greatest($2, started_at) WHERE rule_id = $1 AND ended_at IS NULL
       RETURNING id, started_at AS "startedAt"`,
      [ruleId, at],
    );
    return rows[0] ?? null;
  }

  async setState(ruleId: string, state: 'firing' | 'recovering'): Promise<void> {
    await this.database.query(`UPDATE alert SET state = $2 WHERE rule_id = $1 AND ended_at IS NULL`, [ruleId, state]);
  }

  async acknowledge(id: string, by: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE alert SET acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3)
       WHERE id = $1 RETURNING id`,
      [id, by, at],
    );
    return rows.length > 0;
  }

  async comment(id: string, { at, by, text }: { at: Date; by: string; text: string }): Promise<void> {
    await this.database.query('INSERT INTO alert_comment (alert_id, at, by, text) VALUES ($1, $2, $3, $4)', [
      id,
      at,
      by,
      text,
    ]);
  }

  async comments(id: string): Promise<AlertComment[]> {
    const rows = await this.database.query<{ at: Date; by: string; text: string }>(
      'SELECT at, by, text FROM alert_comment WHERE alert_id = $1 ORDER BY id LIMIT 500',
      [id],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async recordChange(
    rule: { id: string; version: number },
    change: PhaseChange,
    input: AlertInput | null,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_transition (rule_id, rule_version, at, from_phase, to_phase, reason, input)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        rule.id,
        rule.version,
        new Date(change.at),
        change.from,
        change.to,
        change.reason,
        input === null ? null : JSON.stringify(input),
      ],
    );
  }

  /** Transitions of a rule from the one that began before `from` up to `to`. */
  async transitions(ruleId: string, from: Date, to: Date | null): Promise<AlertTransition[]> {
    const rows = await this.database.query<Omit<AlertTransition, 'at'> & { at: Date }>(
      `SELECT at, from_phase AS "from", to_phase AS "to", reason, input, rule_version AS "ruleVersion"
       FROM alert_transition
       WHERE rule_id = $1 AND ($3::timestamptz IS NULL OR at <= $3)
         AND at >= coalesce((SELECT max(at) FROM alert_transition WHERE rule_id = $1 AND at < $2), $2)
       ORDER BY id LIMIT 1000`,
      [ruleId, from, to],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

function present({ input, startedAt, endedAt, acknowledgedAt, ...row }: AlertRow): Alert {
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    value: input?.value ?? null,
    n: input?.n ?? null,
  };
}
