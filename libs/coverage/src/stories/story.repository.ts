import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface LockedStory {
  id: string;
  articles: number;
  leadArticle: string | null;
}

const columns = 'id, articles, lead_article AS "leadArticle"';

/**
 * Stories are also the locks of coverage: whoever changes an article, its mentions or a lead flag holds its story
 * first, and stories are always taken in id order. So two writers cannot deadlock.
 */
@Injectable()
export class StoryRepository {
  constructor(private readonly database: Database) {}

  /** Locks the stories until the transaction ends; unknown ones are left out. */
  async lock(ids: Iterable<string>): Promise<Map<string, LockedStory>> {
    const rows = await this.database.query<LockedStory>(
      `SELECT ${columns} FROM story WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [sorted(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks the stories, making those that do not exist yet. */
  async lockOrCreate(ids: Iterable<string>): Promise<Map<string, LockedStory>> {
    const rows = await this.database.query<LockedStory>(
      `INSERT INTO story AS s (id) SELECT unnest($1::uuid[])
       ON CONFLICT (id) DO UPDATE SET articles = s.articles RETURNING ${columns}`,
      [sorted(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Adds to the number of articles; stories that become empty are removed. The stories must be locked. */
  async addArticles(changes: ReadonlyMap<string, number>): Promise<void> {
    const entries = [...changes];
    if (entries.length === 0) return;
    await this.database.query(
      `UPDATE story SET articles = story.articles + c.change
       FROM unnest($1::uuid[], $2::int[]) AS c (id, change) WHERE story.id = c.id`,
      [entries.map(([id]) => id), entries.map(([, change]) => change)],
    );
    if (entries.some(([, change]) => change <= 0)) {
      await this.database.query('DELETE FROM story WHERE id = ANY($1::uuid[]) AND articles <= 0', [
        entries.map(([id]) => id),
      ]);
    }
  }

  /** The earliest article with a reading, of each story that has one; ties go to the smaller id. */
  async earliestRead(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ storyId: string; id: string }>(
      `SELECT DISTINCT ON (story_id) story_id AS "storyId", id FROM article
       WHERE story_id = ANY($1::uuid[]) AND analysis_version IS NOT NULL
       ORDER BY story_id, published, id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.storyId, row.id]));
  }

  async setLeads(leads: readonly { storyId: string; articleId: string | null }[]): Promise<void> {
    if (leads.length === 0) return;
    await this.database.query(
      `UPDATE story SET lead_article = l.article_id
       FROM unnest($1::uuid[], $2::uuid[]) AS l (id, article_id) WHERE story.id = l.id`,
      [leads.map(({ storyId }) => storyId), leads.map(({ articleId }) => articleId)],
    );
  }
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();
