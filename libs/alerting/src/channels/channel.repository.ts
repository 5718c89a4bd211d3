import { Injectable } from '@nestjs/common';
import type { AlertChannelInput } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** What of a channel may be shown. */
export type ChannelBody = Omit<AlertChannelInput, 'url' | 'secret' | 'escalation'> & {
  host: string | null;
  hasSecret: boolean;
  escalation?: AlertChannelInput['escalation'];
};

export interface StoredChannel {
  id: string;
  body: ChannelBody;
  /** Sealed JSON of address and secret. */
  sealed: string;
  enabled: boolean;
}

@Injectable()
export class ChannelRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<StoredChannel[]> {
    return this.database.query<StoredChannel>(
      `SELECT id, body, sealed, enabled FROM alert_channel WHERE removed_at IS NULL ORDER BY body->>'name', id`,
    );
  }

  async find(id: string): Promise<StoredChannel | null> {
    const rows = await this.database.query<StoredChannel>(
      'SELECT id, body, sealed, enabled FROM alert_channel WHERE id = $1 AND removed_at IS NULL',
      [id],
    );
    return rows[0] ?? null;
  }

  async save(channel: StoredChannel, tokens: number, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_channel (id, body, sealed, enabled, tokens, tokens_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body, sealed = excluded.sealed, enabled = excluded.enabled`,
      [channel.id, JSON.stringify(channel.body), channel.sealed, channel.enabled, tokens, now],
    );
  }

  async remove(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE alert_channel SET removed_at = $2, enabled = false WHERE id = $1 AND removed_at IS NULL RETURNING id',
      [id, now],
    );
    return rows.length > 0;
  }

  /**
   * Takes one token of a channel's bucket, which holds `most` and fills in `perMs`.
   *
   * @returns 0 when taken, else the ms until there is one.
   */
  async takeToken(id: string, limit: { most: number; perMs: number }, now: Date): Promise<number> {
    const filled = `least($2::float8, tokens + $2::float8 * greatest(0, extract(epoch FROM $4::timestamptz - tokens_at) * 1000)::float8 / $3::float8)`;
    const taken = await this.database.query(
      `UPDATE alert_channel SET tokens = ${filled} - 1, tokens_at = greatest(tokens_at, $4)
       WHERE id = $1 AND ${filled} >= 1 RETURNING id`,
      [id, limit.most, limit.perMs, now],
    );
    return taken.length > 0 ? 0 : Math.ceil(limit.perMs / limit.most);
  }
}
