import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { MentionRepository, type MentionRow } from '../readings/mention.repository.js';
import type { ReadingRows } from '../readings/reading-rows.js';
import { type ForecastRowStored, type QuoteRowStored, StatementRepository } from '../readings/statement.repository.js';

/** The rows of one article's reading as a whole. */
@Injectable()
export class StoredReadingRepository {
  constructor(
    private readonly database: Database,
    private readonly mentions: MentionRepository,
    private readonly statements: StatementRepository,
  ) {}

  async rowsOf(articleId: string, published: Date): Promise<ReadingRows> {
    const of = <Row extends object>(table: string): Promise<Row[]> =>
      this.database.query<Row>(`SELECT * FROM ${table} WHERE article_id = $1 AND published = $2`, [
        articleId,
        published,
      ]);
    return {
      mentions: await of<MentionRow>('mention'),
      quotes: (await of<QuoteRowStored>('quote')).sort((a, b) => a.ordinal - b.ordinal),
      forecasts: (await of<ForecastRowStored>('forecast')).sort((a, b) => a.ordinal - b.ordinal),
    };
  }

  /** Puts these rows in place of what is stored. */
  async replace(articleId: string, { mentions, quotes, forecasts }: ReadingRows): Promise<void> {
    await this.mentions.removeReadings([articleId]);
    await this.mentions.insert(mentions);
    await this.statements.insertQuotes(quotes);
    await this.statements.insertForecasts(forecasts);
  }
}
