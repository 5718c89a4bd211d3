import { Injectable } from '@nestjs/common';
import type { Forecast, Quote } from '@timbre/contracts';
import { Database, insertRows } from '@timbre/platform';
import type { LabelSign } from '../rollups/contribution.js';

interface StatementRow {
  article_id: string;
  ordinal: number;
  published: Date;
  source_id: string;
  lang: string;
  speaker: string | null;
  speaker_entity: string | null;
}

/** A row of `quote`. `targets` and `target_labels` run in parallel. */
export interface QuoteRowStored extends StatementRow {
  targets: string[];
  target_labels: LabelSign[];
  body: Quote;
}

/** A row of `forecast`. `subject` is the entity id, or the words where the subject is not in the catalogue. */
export interface ForecastRowStored extends StatementRow {
  subject: string | null;
  body: Forecast;
}

const shared = {
  article_id: 'uuid',
  ordinal: 'smallint',
  published: 'timestamptz',
  source_id: 'text',
  lang: 'text',
  speaker: 'text',
  speaker_entity: 'text',
  body: 'jsonb',
};

/** Writes what people said and predicted. */
@Injectable()
export class StatementRepository {
  constructor(private readonly database: Database) {}

  async insertQuotes(rows: readonly QuoteRowStored[]): Promise<void> {
    const columns = { ...shared, targets: 'text[]', target_labels: 'smallint[]' };
    await insertRows(this.database, { table: 'quote', columns, rows });
  }

  async insertForecasts(rows: readonly ForecastRowStored[]): Promise<void> {
    await insertRows(this.database, { table: 'forecast', columns: { ...shared, subject: 'text' }, rows });
  }
}
