import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

@Injectable()
export class TakedownRepository {
  constructor(private readonly database: Database) {}

  /** Sources of an outlet, removed ones too; the outlet's name in any case. */
  async sourcesOf(outlet: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM source WHERE lower(outlet) = lower($1) ORDER BY id',
      [outlet],
    );
    return rows.map(({ id }) => id);
  }

  /** Stops the sources for good, so that nothing comes back by the next poll or by an aggregator. */
  async switchOff(ids: readonly string[]): Promise<void> {
    await this.database.query(
      'UPDATE source SET enabled = false, next_attempt = NULL, etag = NULL, last_modified = NULL WHERE id = ANY($1::text[])',
      [ids],
    );
  }

  /** Forgets what the sources announced, and what aggregators announced of the outlet: announcements carry texts. */
  async forgetEntries(ids: readonly string[], outlet: string): Promise<void> {
    await this.database.query('DELETE FROM source_entry WHERE source_id = ANY($1::text[])', [ids]);
    await this.database.query(`DELETE FROM source_entry WHERE lower(announced ->> 'outlet') = lower($1)`, [outlet]);
  }
}
