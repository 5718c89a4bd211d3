import { Injectable } from '@nestjs/common';
import type { ArticleBatchResult } from '@timbre/contracts';
import { Database } from '@timbre/platform';

interface RecordedPush {
  bodyHash: string;
  result: ArticleBatchResult;
}

@Injectable()
export class ArticlePushRepository {
  constructor(private readonly database: Database) {}

  async find(sender: string, key: string): Promise<RecordedPush | null> {
    const [row] = await this.database.query<RecordedPush>(
      'SELECT body_hash AS "bodyHash", result FROM article_push WHERE sender = $1 AND key = $2',
      [sender, key],
    );
    return row ?? null;
  }

  /** Keeps the first answer under a key. */
  async record(sender: string, key: string, { bodyHash, result }: RecordedPush, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO article_push (sender, key, body_hash, result, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (sender, key) DO NOTHING`,
      [sender, key, bodyHash, JSON.stringify(result), at],
    );
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.database.query('DELETE FROM article_push WHERE at < $1', [moment]);
  }
}
