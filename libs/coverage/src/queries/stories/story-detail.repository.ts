import { Injectable } from '@nestjs/common';
import type { TargetRef } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** One print of a story; the score is in ten-thousandths. */
export interface StoredPrint {
  articleId: string;
  title: string;
  sourceId: string;
  lang: string;
  published: Date;
  dated: boolean;
  lead: boolean;
  score: number | null;
  label: number | null;
}

@Injectable()
export class StoryDetailRepository {
  constructor(private readonly database: Database) {}

  /** Prints of a story, oldest first, each with its mention of the target; excluded ones do not count. */
  prints(storyId: string, target: TargetRef, most: number): Promise<StoredPrint[]> {
    return this.database.query<StoredPrint>(
      `SELECT a.id AS "articleId", a.title, a.source_id AS "sourceId", a.lang, a.published, a.dated,
              coalesce(s.lead_article = a.id, false) AS lead, m.score, m.label
       FROM article a LEFT JOIN story s ON s.id = a.story_id
       LEFT JOIN mention m ON m.article_id = a.id AND m.published = a.published AND m.target = $2
       WHERE a.story_id = $1 AND a.state <> 'excluded' ORDER BY a.published, a.id LIMIT $3`,
      [storyId, target, most],
    );
  }
}
