import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface PreviewArticle {
  id: string;
  title: string;
  text: string;
  published: Date;
}

/** Longer texts are tried by their beginning. */
const longestText = 20_000;

@Injectable()
export class TopicPreviewRepository {
  constructor(private readonly database: Database) {}

  /** A random sample of the articles since then: ids are hashes, so their order has nothing to do with content. */
  sampleSince(since: Date, most: number): Promise<PreviewArticle[]> {
    return this.database.query<PreviewArticle>(
      `SELECT a.id, a.title, left(t.text, ${longestText}) AS text, a.published
       FROM (SELECT id, title, published FROM article WHERE published >= $1 AND state <> 'excluded'
             ORDER BY id LIMIT $2) a
       JOIN article_text t ON t.id = a.id ORDER BY a.id`,
      [since, most],
    );
  }

  async countSince(since: Date): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM article WHERE published >= $1 AND state <> 'excluded'`,
      [since],
    );
    return row?.n ?? 0;
  }
}
