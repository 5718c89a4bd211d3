import { Injectable } from '@nestjs/common';
import type { Evidence, TargetReading } from '@timbre/contracts';
import { Database, insertRows } from '@timbre/platform';
import type { Contribution, LabelSign } from '../rollups/contribution.js';

/** A row of `mention`, see the migration. */
export interface MentionRow {
  article_id: string;
  target: string;
  published: Date;
  source_id: string;
  lang: string;
  /** Ten-thousandths. */
  score: number;
  label: LabelSign;
  confidence: number;
  lead: boolean;
  aspects: string[];
  aspect_scores: number[];
  words: string[];
  word_weights: number[];
  evidence: { evidence: Evidence[]; aspects: TargetReading['aspects'] };
}

interface StoredContribution extends Contribution {
  articleId: string;
}

/** Hour and day of publication as roll-up keys; `$zone` is the parameter with the reporting zone. */
export const rollupKeys = (published: string, zone: string): string =>
  `to_char(${published} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00"Z"') AS hour,
   to_char(${published} AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day`;

/**
 * Statements name the months of the articles, not only their ids: without a bound on `published` each of them would
 * probe every partition.
 */
const ofArticles = (table: string): string =>
  `${table}.article_id = ANY($1::uuid[])
   AND ${table}.published >= (SELECT min(published) FROM article WHERE id = ANY($1::uuid[]))
   AND ${table}.published <= (SELECT max(published) FROM article WHERE id = ANY($1::uuid[]))`;

@Injectable()
export class MentionRepository {
  constructor(private readonly database: Database) {}

  async insert(rows: readonly MentionRow[]): Promise<void> {
    await insertRows(this.database, {
      table: 'mention',
      columns: {
        article_id: 'uuid',
        target: 'text',
        published: 'timestamptz',
        source_id: 'text',
        lang: 'text',
        score: 'smallint',
        label: 'smallint',
        confidence: 'real',
        lead: 'boolean',
        aspects: 'text[]',
        aspect_scores: 'smallint[]',
        words: 'text[]',
        word_weights: 'real[]',
        evidence: 'jsonb',
      },
      rows,
    });
  }

  /** What the stored mentions of these articles add to the roll-ups now. */
  contributionsOf(articleIds: readonly string[], zone: string): Promise<StoredContribution[]> {
    return this.database.query<StoredContribution>(
      `SELECT m.article_id AS "articleId", m.target, m.source_id AS "sourceId", m.lang, m.score, m.label, m.lead,
              ${rollupKeys('m.published', '$2')}
       FROM mention m WHERE ${ofArticles('m')}`,
      [articleIds, zone],
    );
  }

  async setLead(articleIds: readonly string[], lead: boolean): Promise<void> {
    if (articleIds.length === 0) return;
    await this.database.query(`UPDATE mention SET lead = $2 WHERE ${ofArticles('mention')} AND lead <> $2`, [
      articleIds,
      lead,
    ]);
  }

  /** Removes everything that was read in these articles: mentions, quotes and forecasts. */
  async removeReadings(articleIds: readonly string[]): Promise<void> {
    for (const table of ['mention', 'quote', 'forecast']) {
      await this.database.query(`DELETE FROM ${table} WHERE ${ofArticles(table)}`, [articleIds]);
    }
  }

  /** Takes the readings of an article to another moment of publication, hence maybe to another partition. */
  async move(articleId: string, from: Date, to: Date): Promise<void> {
    for (const table of ['mention', 'quote', 'forecast']) {
      await this.database.query(`UPDATE ${table} SET published = $3 WHERE article_id = $1 AND published = $2`, [
        articleId,
        from,
        to,
      ]);
    }
  }
}
