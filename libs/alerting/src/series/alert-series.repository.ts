import { Injectable } from '@nestjs/common';
import type { AlertInput } from '@timbre/contracts';
import type { AlertState } from '@timbre/metrics';
import { Database } from '@timbre/platform';

export interface StoredSeries {
  key: string;
  name: string;
  state: AlertState;
  lastInput: AlertInput | null;
}

/** Where each series of a rule stands. */
@Injectable()
export class AlertSeriesRepository {
  constructor(private readonly database: Database) {}

  of(ruleId: string): Promise<StoredSeries[]> {
    return this.database.query<StoredSeries>(
      'SELECT key, name, state, last_input AS "lastInput" FROM alert_series WHERE rule_id = $1 ORDER BY key',
      [ruleId],
    );
  }

  /** Makes these the series of a rule. */
  async replace(ruleId: string, series: readonly StoredSeries[]): Promise<void> {
    await this.database.query('DELETE FROM alert_series WHERE rule_id = $1 AND NOT (key = ANY($2::text[]))', [
      ruleId,
      series.map(({ key }) => key),
    ]);
    await this.database.query(
      `INSERT INTO alert_series (rule_id, key, name, state, last_input)
       SELECT $1, * FROM jsonb_to_recordset($2::jsonb) AS s (key text, name text, state jsonb, "lastInput" jsonb)
       ON CONFLICT (rule_id, key) DO UPDATE SET name = excluded.name, state = excluded.state,
         last_input = coalesce(excluded.last_input, alert_series.last_input)`,
      [ruleId, JSON.stringify(series)],
    );
  }

  async forget(ruleId: string): Promise<void> {
    await this.database.query('DELETE FROM alert_series WHERE rule_id = $1', [ruleId]);
  }
}
