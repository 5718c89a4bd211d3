import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '@timbre/platform';
import type { SourceError } from '../sources/source.entity.js';
import { announcedEntry, type AnnouncedEntry, type KeyedEntry } from './announced-entry.js';
import { distinctEntries } from './distinct-entries.js';

/** An entry that waits to be collected. */
export interface WaitingEntry {
  sourceId: string;
  key: string;
  announced: AnnouncedEntry;
  firstSeen: Date;
  attempts: number;
}

/** Entries that somebody took to collect belong to nobody again after this long. */
export const COLLECT_LEASE_SECONDS = 900;

/** How a source's entries went over the last four weeks. */
export interface EntryRhythm {
  sourceId: string;
  entriesPerDay: number | null;
  failedShare: number | null;
  undatedShare: number | null;
  articles: number;
}

/** An entry that led to an address. */
export interface AnnouncedAddress {
  sourceId: string;
  sourceName: string;
  state: 'waiting' | 'collected' | 'failed';
  firstSeen: Date;
  attempts: number;
  due: Date;
  error: SourceError | null;
}

@Injectable()
export class SourceEntryRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes announcements; known ones with unchanged words are left alone, changed ones wait to be collected again.
   * @returns keys that wait now
   */
  async announce(sourceId: string, entries: readonly KeyedEntry[], now: Date): Promise<string[]> {
    const noted = await this.note(sourceId, distinctEntries(entries), now);
    return noted.map(({ key }) => key);
  }

  /**
   * As `announce`, for distinct entries in the order of their keys; also tells which were never seen before. Changed
   * words count at once the first time, then after two hours, four, and so on: a page that counts its readers changes
   * with every visit. What waits belongs to the caller for a while, then to the sweep.
   */
  async note(sourceId: string, entries: readonly KeyedEntry[], now: Date): Promise<{ key: string; isNew: boolean }[]> {
    const due = new Date(now.getTime() + COLLECT_LEASE_SECONDS * 1_000);
    const rows = entries.map((entry) => ({
      source_id: sourceId,
      entry_key: entry.key,
      announced: entry.announced,
      content_hash: entry.contentHash,
      first_seen: now,
      appeared_at: appearance(entry, now),
      dated: entry.announced.published !== null,
      state: 'waiting',
      due,
    }));
    return insertRows<(typeof rows)[number], { key: string; isNew: boolean }>(this.database, {
      table: 'source_entry',
      columns: {
        source_id: 'text',
        entry_key: 'text',
        announced: 'jsonb',
        content_hash: 'text',
        first_seen: 'timestamptz',
        appeared_at: 'timestamptz',
        dated: 'boolean',
        state: 'text',
        due: 'timestamptz',
      },
      rows,
      onConflict: `(source_id, entry_key) DO UPDATE
        SET announced = excluded.announced, content_hash = excluded.content_hash, state = 'waiting', attempts = 0, due = excluded.due,
            changed_at = excluded.first_seen, revisions = least(source_entry.revisions + 1, 1000)
        WHERE source_entry.content_hash <> excluded.content_hash
          AND (source_entry.changed_at IS NULL
            OR source_entry.changed_at + interval '1 hour' * (2 ^ least(source_entry.revisions, 10)) <= excluded.first_seen)`,
      returning: 'entry_key AS key, revisions = 0 AS "isNew"',
      batch: 500,
    });
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

  /** Entries that were announced under any of these addresses, newest first. */
  announcedAt(addresses: readonly string[]): Promise<AnnouncedAddress[]> {
    return this.database.query<AnnouncedAddress>(
      `SELECT entry.source_id AS "sourceId", source.name AS "sourceName", entry.state, entry.first_seen AS "firstSeen",
              entry.attempts, entry.due, entry.error
       FROM source_entry entry JOIN source ON source.id = entry.source_id
       WHERE left(entry.announced ->> 'url', 500) = ANY (SELECT left(address, 500) FROM unnest($1::text[]) address)
         AND entry.announced ->> 'url' = ANY ($1::text[])
       ORDER BY entry.first_seen DESC LIMIT 10`,
      [addresses],
    );
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

  /** Its text is in the article now, where retention finds it. */
  async markCollected(sourceId: string, key: string, articleId: string): Promise<void> {
    await this.database.query(
      `UPDATE source_entry SET state = 'collected', article_id = $3, error = NULL, announced = ${textless} WHERE source_id = $1 AND entry_key = $2`,
      [sourceId, key, articleId],
    );
  }

  /** Notes a failure: tried again at `retryAt`, or given up when that is null, and its text forgotten. */
  async markFailed(sourceId: string, key: string, error: SourceError, retryAt: Date | null): Promise<void> {
    await this.database.query(
      `UPDATE source_entry SET attempts = attempts + 1, error = $3, state = CASE WHEN $4::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END, due = coalesce($4, due),
         announced = CASE WHEN $4::timestamptz IS NULL THEN ${textless} ELSE announced END
       WHERE source_id = $1 AND entry_key = $2`,
      [sourceId, key, error, retryAt],
    );
  }

  /** Puts entries off that somebody works on but cannot get at yet, out of reach of the sweep. */
  async putOff(sourceId: string, keys: readonly string[], due: Date): Promise<void> {
    await this.database.query(
      `UPDATE source_entry SET due = $3 WHERE source_id = $1 AND entry_key = ANY($2::text[]) AND state = 'waiting'`,
      [sourceId, keys, due],
    );
  }

  /**
   * Entries that nobody works on: due, and moved ahead by the lease so that one sweep takes each once. At most so many
   * of one source: the backlog of a large one must not keep the others waiting. Those of a source that is switched off
   * wait until it is on again.
   */
  async takeDue(now: Date, leaseSeconds: number, perSource: number): Promise<{ sourceId: string; key: string }[]> {
    return this.database.query<{ sourceId: string; key: string }>(
      `WITH due AS MATERIALIZED (
         SELECT source.id, waiting.entry_key
         FROM source CROSS JOIN LATERAL (
           SELECT entry_key FROM source_entry
           WHERE source_id = source.id AND state = 'waiting' AND due <= $1
           ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED) waiting
         WHERE source.removed_at IS NULL AND source.enabled),
       taken AS (
         UPDATE source_entry entry SET due = $1::timestamptz + make_interval(secs => $2)
         FROM due WHERE entry.source_id = due.id AND entry.entry_key = due.entry_key
         RETURNING entry.source_id, entry.entry_key)
       SELECT source_id AS "sourceId", entry_key AS key FROM taken`,
      [now, leaseSeconds, perSource],
    );
  }

  /** Observed rhythm of all sources, from entries of the last 28 days (or since the first, if younger). */
  async rhythms(now: Date): Promise<EntryRhythm[]> {
    return this.database.query<EntryRhythm>(`${rhythmSql} GROUP BY source_id`, [now]);
  }

  /** Entries per day of one source; null while nothing is known. */
  async entriesPerDay(sourceId: string, now: Date): Promise<number | null> {
    const [row] = await this.database.query<EntryRhythm>(`${rhythmSql} AND source_id = $2 GROUP BY source_id`, [
      now,
      sourceId,
    ]);
    return row?.entriesPerDay ?? null;
  }
}

/** An announcement without its words; the content hash, by which a change is noticed, stands beside it. */
const textless = `announced || '{"text": ""}'`;

/** When an entry came into the world, as far as anybody knows. */
function appearance({ announced }: KeyedEntry, now: Date): Date {
  const published = announced.published === null ? now : new Date(announced.published);
  return published < now ? published : now;
}

/**
 * In: now, further conditions. Out: a row per source. The rhythm counts by dates of publication where there are any: on
 * the first visit everything is seen at once, which says nothing about tomorrow.
 */
const rhythmSql = `
  SELECT source_id AS "sourceId",
         (count(*) FILTER (WHERE appeared_at > $1::timestamptz - interval '28 days'))::float
           / greatest(1, least(28, extract(epoch FROM $1::timestamptz - min(appeared_at)) / 86400)) AS "entriesPerDay",
         (count(*) FILTER (WHERE state = 'failed'))::float / nullif(count(*) FILTER (WHERE state <> 'waiting'), 0) AS "failedShare",
         (count(*) FILTER (WHERE NOT dated))::float / count(*) AS "undatedShare",
         (count(*) FILTER (WHERE state = 'collected'))::int AS articles
  FROM source_entry WHERE first_seen > $1::timestamptz - interval '28 days'`;
