import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { outletKey, outletKeys, takedownKeys } from './outlet-keys.js';

/** An outlet that is kept out. */
export interface TakenDownOutlet {
  outlet: string;
  at: Date;
}

@Injectable()
export class TakedownRepository {
  constructor(private readonly database: Database) {}

  /** Sources of an outlet, removed ones too; the outlet's name in any case. */
  async sourcesOf(outlet: string): Promise<string[]> {
    const key = outletKey(outlet);
    return (await this.outlets()).filter((source) => outletKey(source.outlet) === key).map(({ id }) => id);
  }

  /** Keeps the outlet out from now on, whatever becomes of its sources. Again, it changes nothing. */
  async keepOut(outlet: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO outlet_takedown (name, outlet, at) SELECT name, $2, $3 FROM unnest($1::text[]) AS name
       ON CONFLICT (name) DO NOTHING`,
      [takedownKeys(outlet, await this.outlets()), outletKey(outlet), now],
    );
  }

  /** Whether the outlet, by its name or its domain, is kept out. */
  async isTakenDown(outlet: string): Promise<boolean> {
    const rows = await this.database.query('SELECT FROM outlet_takedown WHERE name = ANY($1::text[]) LIMIT 1', [
      outletKeys(outlet),
    ]);
    return rows.length > 0;
  }

  /** All that are kept out, latest first. */
  all(): Promise<TakenDownOutlet[]> {
    return this.database.query<TakenDownOutlet>(
      'SELECT outlet, min(at) AS at FROM outlet_takedown GROUP BY outlet ORDER BY 2 DESC, 1',
    );
  }

  /** Lets the outlet in again; its sources stay switched off. @returns false where it was not kept out */
  async letIn(outlet: string): Promise<boolean> {
    const rows = await this.database.query(
      `WITH ended AS (
         DELETE FROM outlet_takedown
         WHERE outlet IN (SELECT outlet FROM outlet_takedown WHERE name = $1) RETURNING name)
       SELECT name FROM ended`,
      [outletKey(outlet)],
    );
    return rows.length > 0;
  }

  /** Stops the sources, so that nothing comes back by the next poll or by an aggregator. */
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

  private outlets(): Promise<{ id: string; outlet: string; url: string | null }[]> {
    return this.database.query(
      `SELECT id, outlet, CASE WHEN kind IN ('feed', 'page') THEN url END AS url FROM source ORDER BY id`,
    );
  }
}
