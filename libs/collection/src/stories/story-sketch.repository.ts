import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import type { PlacedSketch } from './story-index.js';
import { KEY_COUNT } from './story-sketch.js';

const DAY = 86_400_000;
/** Rows per key that are looked at, nearest in time first: a shingle that more share is boilerplate. */
const MOST_PER_KEY = 32;
/** Rows removed by one sweep, so that no intake waits long for it. */
const MOST_REMOVED = 2000;
/** First argument of the advisory locks of stories. */
const LOCK_CLASS = 0x73746f72;
/** Locks that near copies share; a power of two. */
const LOCKS = 1024;
/** Lowest entries that are locked: copies that share nine tenths miss each other once in a thousand times. */
const LOCKED_ENTRIES = 3;

interface SketchRow {
  article_id: string;
  story_id: string;
  published: Date;
  sketch: Buffer;
}

/** What an article leaves in the shared index. Without a sketch it is only remembered, not found. */
export interface RememberedArticle {
  id: string;
  story: string;
  published: Date;
  sketch: Uint32Array | null;
}

/** The shared index of near copies. */
@Injectable()
export class StorySketchRepository {
  constructor(private readonly database: Database) {}

  /** Stories of articles that were placed before. */
  async storiesOf(articleIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ article_id: string; story_id: string }>(
      'SELECT article_id, story_id FROM story_sketch WHERE article_id = ANY($1::uuid[])',
      [articleIds],
    );
    return new Map(rows.map(({ article_id, story_id }) => [article_id, story_id]));
  }

  /**
   * Lets transactions that place near copies go one after the other, until each commits; others do not wait. Copies
   * share their lowest entries, and those choose the locks. Taken in order, so that no two wait for each other.
   */
  async lock(sketches: readonly Uint32Array[]): Promise<void> {
    const locks = new Set<number>();
    for (const sketch of sketches) for (const entry of sketch.subarray(0, LOCKED_ENTRIES)) locks.add(entry % LOCKS);
    if (locks.size === 0) return;
    await this.database.query(
      'SELECT pg_advisory_xact_lock($1, slot) FROM (SELECT unnest($2::int[]) AS slot ORDER BY 1) AS slots',
      [LOCK_CLASS, [...locks].sort((a, b) => a - b)],
    );
  }

  /** Articles within the window around `from`–`to` that hold one of the keys. */
  async holders(keys: readonly number[], from: Date, to: Date): Promise<PlacedSketch[]> {
    const rows = await this.database.query<SketchRow>(
      `SELECT article_id, story_id, published, sketch FROM story_sketch
       WHERE article_id IN (
         SELECT held.article_id
         FROM unnest($1::bigint[]) AS wanted(key)
         CROSS JOIN LATERAL (
           SELECT article_id FROM story_key
           WHERE story_key.key = wanted.key AND published BETWEEN $2 AND $3
           ORDER BY published DESC LIMIT ${MOST_PER_KEY}
         ) AS held)
       ORDER BY published, article_id`,
      [keys, from, to],
    );
    return rows.map((row) => ({
      id: row.article_id,
      story: row.story_id,
      published: row.published,
      sketch: unpack(row.sketch),
    }));
  }

  async remember(articles: readonly RememberedArticle[], now: Date): Promise<void> {
    if (articles.length === 0) return;
    const keys = articles.map(({ sketch }) => [...(sketch ?? []).slice(0, KEY_COUNT)]);
    await this.database.query(
      `INSERT INTO story_sketch (article_id, story_id, published, seen, sketch)
       SELECT id, story, published, $5, sketch
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bytea[]) AS placed(id, story, published, sketch)
       ON CONFLICT (article_id) DO NOTHING`,
      [
        articles.map(({ id }) => id),
        articles.map(({ story }) => story),
        articles.map(({ published }) => published),
        articles.map(({ sketch }) => pack(sketch ?? new Uint32Array(0))),
        now,
      ],
    );
    await this.database.query(
      `INSERT INTO story_key (key, published, article_id)
       SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[]) ON CONFLICT DO NOTHING`,
      [
        keys.flat(),
        articles.flatMap(({ published }, index) => keys[index]!.map(() => published)),
        articles.flatMap(({ id }, index) => keys[index]!.map(() => id)),
      ],
    );
  }

  /**
   * Removes some of what no article of the window can match any more: published too long ago, and not written within
   * the last day, so that an import of old articles still finds its own copies.
   */
  async forgetBefore(now: Date, windowDays: number): Promise<void> {
    await this.database.query(
      `WITH old AS (
         DELETE FROM story_sketch WHERE article_id IN (
           SELECT article_id FROM story_sketch WHERE published < $1 AND seen < $2
           ORDER BY published LIMIT ${MOST_REMOVED} FOR UPDATE SKIP LOCKED)
         RETURNING article_id, published)
       DELETE FROM story_key USING old
       WHERE story_key.published = old.published AND story_key.article_id = old.article_id`,
      [new Date(now.getTime() - (windowDays * 2 + 1) * DAY), new Date(now.getTime() - DAY)],
    );
  }
}

const pack = (sketch: Uint32Array): Buffer => {
  const bytes = Buffer.alloc(sketch.length * 4);
  sketch.forEach((entry, index) => bytes.writeUInt32LE(entry, index * 4));
  return bytes;
};

const unpack = (bytes: Buffer): Uint32Array<ArrayBuffer> =>
  Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
