import { Injectable } from '@nestjs/common';
import type { AlertComment, AlertInput, AlertRuleInput, AlertSeriesRef, AlertTransition } from '@timbre/contracts';
import type { ActivationKind, PhaseChange } from '@timbre/metrics';
import { Database } from '@timbre/platform';

/** An alert with the rule that it belongs to as that is now. */
export interface StoredAlert {
  id: string;
  ruleId: string;
  rule: AlertRuleInput;
  seriesKey: string;
  seriesName: string;
  kind: ActivationKind;
  state: 'firing' | 'recovering' | 'resolved';
  startedAt: Date;
  endedAt: Date | null;
  input: AlertInput | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
}

const columns = `a.id, a.rule_id AS "ruleId", r.body AS rule, a.series_key AS "seriesKey", a.series_name AS "seriesName",
  a.kind, a.state, a.started_at AS "startedAt", a.ended_at AS "endedAt", a.input, a.acknowledged_by AS "acknowledgedBy",
  a.acknowledged_at AS "acknowledgedAt"`;

@Injectable()
export class AlertRepository {
  constructor(private readonly database: Database) {}

  /** Open ones first, then newest first. */
  list(filter: { ruleId?: string; open?: boolean; limit: number }): Promise<StoredAlert[]> {
    return this.database.query<StoredAlert>(
      `SELECT ${columns} FROM alert a JOIN alert_rule r ON r.id = a.rule_id
       WHERE ($1::uuid IS NULL OR a.rule_id = $1) AND (NOT $2 OR a.ended_at IS NULL)
       ORDER BY a.ended_at IS NULL DESC, a.started_at DESC, a.id LIMIT $3`,
      [filter.ruleId ?? null, filter.open ?? false, filter.limit],
    );
  }

  /** Open alerts of some rules. */
  openOf(ruleIds: readonly string[]): Promise<{ id: string; ruleId: string; seriesKey: string; startedAt: Date }[]> {
    return this.database.query(
      `SELECT id, rule_id AS "ruleId", series_key AS "seriesKey", started_at AS "startedAt"
       FROM alert WHERE rule_id = ANY($1::uuid[]) AND ended_at IS NULL`,
      [ruleIds],
    );
  }

  async find(id: string): Promise<StoredAlert | null> {
    const rows = await this.database.query<StoredAlert>(
      `SELECT ${columns} FROM alert a JOIN alert_rule r ON r.id = a.rule_id WHERE a.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async open(row: {
    id: string;
    ruleId: string;
    ruleVersion: number;
    series: AlertSeriesRef;
    kind: ActivationKind;
    at: Date;
    input: AlertInput | null;
  }): Promise<void> {
    await this.database.query(
      `INSERT INTO alert (id, rule_id, rule_version, kind, state, started_at, input, series_key, series_name)
       VALUES ($1, $2, $3, $4, 'firing', $5, $6, $7, $8)`,
      [
        row.id,
        row.ruleId,
        row.ruleVersion,
        row.kind,
        row.at,
        row.input === null ? null : JSON.stringify(row.input),
        row.series.key,
        row.series.name,
      ],
    );
  }

  /** Ends the open alert of a series. */
  async close(ruleId: string, key: string, at: Date): Promise<{ id: string; startedAt: Date } | null> {
    const rows = await this.database.query<{ id: string; startedAt: Date }>(
      `UPDATE alert SET state = 'resolved', ended_at = greatest($3, started_at)
       WHERE rule_id = $1 AND series_key = $2 AND ended_at IS NULL RETURNING id, started_at AS "startedAt"`,
      [ruleId, key, at],
    );
    return rows[0] ?? null;
  }

  /** Ends all open alerts of a rule. */
  async closeAll(ruleId: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE alert SET state = 'resolved', ended_at = greatest($2, started_at) WHERE rule_id = $1 AND ended_at IS NULL`,
      [ruleId, at],
    );
  }

  async setState(ruleId: string, key: string, state: 'firing' | 'recovering'): Promise<void> {
    await this.database.query(
      `UPDATE alert SET state = $3 WHERE rule_id = $1 AND series_key = $2 AND ended_at IS NULL`,
      [ruleId, key, state],
    );
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
    key: string,
    change: PhaseChange,
    input: AlertInput | null,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_transition (rule_id, rule_version, at, from_phase, to_phase, reason, input, series_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        rule.id,
        rule.version,
        new Date(change.at),
        change.from,
        change.to,
        change.reason,
        input === null ? null : JSON.stringify(input),
        key,
      ],
    );
  }

  /** Transitions of a series from the one that began before `from` up to `to`. */
  async transitions(ruleId: string, key: string, from: Date, to: Date | null): Promise<AlertTransition[]> {
    const rows = await this.database.query<Omit<AlertTransition, 'at'> & { at: Date }>(
      `SELECT at, from_phase AS "from", to_phase AS "to", reason, input, rule_version AS "ruleVersion"
       FROM alert_transition
       WHERE rule_id = $1 AND series_key = $4 AND ($3::timestamptz IS NULL OR at <= $3)
         AND at >= coalesce(
           (SELECT max(at) FROM alert_transition WHERE rule_id = $1 AND series_key = $4 AND at < $2), $2)
       ORDER BY id LIMIT 1000`,
      [ruleId, from, to, key],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
