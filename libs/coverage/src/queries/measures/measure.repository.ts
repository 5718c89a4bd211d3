import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { measureStatement, type MeasureQuestion, type Reach } from './measure-sql.js';

/** One answer row; scores are in ten-thousandths. Without weighting, weights equal counts. */
export interface Measure {
  target: string;
  slot: string | null;
  key: string | null;
  n: number;
  positive: number;
  negative: number;
  scoreSum: number;
  articles: number;
  stories: number;
  weight: number;
  weightPositive: number;
  weightNegative: number;
}

/** Counts mentions from the coarsest roll-ups that answer. */
@Injectable()
export class MeasureRepository {
  constructor(private readonly database: Database) {}

  async measure(question: MeasureQuestion, zone: string, reach: Reach): Promise<Measure[]> {
    if (question.targets.length === 0) return [];
    const { text, values } = measureStatement(question, zone, reach);
    const rows = await this.database.query<Measure>(text, values);
    if (question.weighting === 'decayed') return rows;
    for (const row of rows) {
      row.weight = row.n;
      row.weightPositive = row.positive;
      row.weightNegative = row.negative;
    }
    return rows;
  }
}
