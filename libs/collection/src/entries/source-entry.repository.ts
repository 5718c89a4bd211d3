import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '@timbre/platform';
import type { SourceError } from '../sources/source.entity.js';
import { announcedEntry, type AnnouncedEntry, type KeyedEntry } from './announced-entry.js';

/** An entry that waits to be collected. */
export interface WaitingEntry {
  sourceId: string;
  key: string;
  announced: AnnouncedEntry;
  firstSeen: Date;
  attempts: number;
}

/** How a source's entries went over the last four weeks. */
export interface EntryRhythm {
  sourceId: string;
  entriesPerDay: number | null;
  failedShare: number | null;
  undatedShare: number | null;
  articles: number;
}

@Injectable()
export class SourceEntryRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes announcements; known ones with unchanged words are left alone, changed ones wait to be collected again.
   * @returns keys that wait now
   */
  async announce(sourceId: string, entries: readonly KeyedEntry[], now: Date): Promise<string[]> {
    const unique = [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    const rows = unique.map((entry) => ({
      source_id: sourceId,
      entry_key: entry.key,
      announced: entry.announced,
      content_hash: entry.contentHash,
      first_seen: now,
      dated: entry.announced.published !== null,
      state: 'waiting',
      due: now,
    }));
    const waiting = await insertRows<(typeof rows)[number], { entry_key: string }>(this.database, {
      table: 'source_entry',
      columns: {
        source_id: 'text',
        entry_key: 'text',
        announced: 'jsonb',
        content_hash: 'text',
        first_seen: 'timestamptz',
        dated: 'boolean',
        state: 'text',
        due: 'timestamptz',
      },
      rows,
      onConflict: `(source_id, entry_key) DO UPDATE
        SET announced = excluded.announced, content_hash = excluded.content_hash, state = 'waiting', attempts = 0, due = excluded.due
        WHERE source_entry.content_hash <> excluded.content_hash`,
      returning: 'entry_key',
      batch: 500,
    });
    return waiting.map((row) => row.entry_key);
  }

  /** Whether any of the entries was never announced before, or changed since. */
  async anyUnknown(sourceId: string, entries: readonly KeyedEntry[]): Promise<boolean> {
    if (entries.length === 0) return false;
    const [row] = await this.database.query<{ any: boolean }>(
      `SELECT EXISTS (
         SELECT FROM unnest($2::text[], $3::text[]) AS asked (key, hash)
         LEFT JOIN source_entry known ON known.source_id = $1 AND known.entry_key = asked.key AND known.content_hash = asked.hash
         WHERE known.entry_key IS NULL) AS any`,
      [sourceId, entries.map(({ key }) => key), entries.map(({ contentHash }) => contentHash)],
    );
    return row?.any ?? false;
  }

  /** Those of the keys that still wait: by the time a job runs, another may have done its work. */
  async waiting(sourceId: string, keys: readonly string[]): Promise<WaitingEntry[]> {
    const rows = await this.database.query<{
      entry_key: string;
      announced: unknown;
      first_seen: Date;
      attempts: number;
    }>(
      `SELECT entry_key, announced, first_seen, attempts FROM source_entry
       WHERE source_id = $1 AND entry_key = ANY($2::text[]) AND state = 'waiting'`,
      [sourceId, keys],
    );
    return rows.map((row) => ({
      sourceId,
      key: row.entry_key,
      announced: announcedEntry.parse(row.announced),
      firstSeen: row.first_seen,
      attempts: row.attempts,
    }));
  }

  async markCollected(sourceId: string, key: string, articleId: string): Promise<void> {
    await this.database.query(
      `UPDATE source_entry SET state = 'collected', article_id = $3, error = NULL WHERE source_id = $1 AND entry_key = $2`,
      [sourceId, key, articleId],
    );
  }

  /** Notes a failure: tried again at `retryAt`, or given up when that is null. */
  async markFailed(sourceId: string, key: string, error: SourceError, retryAt: Date | null): Promise<void> {
    await this.database.query(
      `UPDATE source_entry SET attempts = attempts + 1, error = $3, state = CASE WHEN $4::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END, due = coalesce($4, due)
       WHERE source_id = $1 AND entry_key = $2`,
      [sourceId, key, error, retryAt],
    );
  }

  /** Entries that nobody works on: due, and moved ahead by the lease so that one sweep takes each once. */
  async takeDue(now: Date, leaseSeconds: number, limit: number): Promise<{ sourceId: string; key: string }[]> {
    return this.database.query<{ sourceId: string; key: string }>(
      `WITH taken AS (
         UPDATE source_entry SET due = $1::timestamptz + make_interval(secs => $2)
         WHERE (source_id, entry_key) IN (
           SELECT source_id, entry_key FROM source_entry WHERE state = 'waiting' AND due <= $1
           ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING source_id, entry_key)
       SELECT source_id AS "sourceId", entry_key AS key FROM taken`,
      [now, leaseSeconds, limit],
    );
  }

  /** Observed rhythm of all sources, from entries of the last 28 days (or since the first, if younger). */
  async rhythms(now: Date): Promise<EntryRhythm[]> {
    return this.database.query<EntryRhythm>(
      `SELECT source_id AS "sourceId",
              count(*)::float / greatest(1, extract(epoch FROM $1::timestamptz - min(first_seen)) / 86400) AS "entriesPerDay",
              (count(*) FILTER (WHERE state = 'failed'))::float / nullif(count(*) FILTER (WHERE state <> 'waiting'), 0) AS "failedShare",
              (count(*) FILTER (WHERE NOT dated))::float / count(*) AS "undatedShare",
              (count(*) FILTER (WHERE state = 'collected'))::int AS articles
       FROM source_entry WHERE first_seen > $1::timestamptz - interval '28 days'
       GROUP BY source_id`,
      [now],
    );
  }
}
