import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import type { AnswerStore } from './answer-store.js';

@Injectable()
export class ScorerAnswerRepository implements AnswerStore {
  constructor(private readonly database: Database) {}

  async find(articleId: string, scorer: string, question: string): Promise<string | null> {
    const [row] = await this.database.query<{ content: string }>(
      'SELECT content FROM scorer_answer WHERE article_id = $1 AND scorer = $2 AND question = $3',
      [articleId, scorer, question],
    );
    return row?.content ?? null;
  }

  /** Only the newest answer per article; none for an article that was deleted meanwhile. */
  async keep(articleId: string, scorer: string, question: string, content: string): Promise<void> {
    await this.database.query(
      `INSERT INTO scorer_answer (article_id, scorer, question, content)
       SELECT id, $2, $3, $4 FROM article WHERE id = $1::uuid
       ON CONFLICT (article_id, scorer) DO UPDATE SET question = excluded.question, content = excluded.content`,
      [articleId, scorer, question, content.replaceAll('\u0000', '').toWellFormed()],
    );
  }
}
