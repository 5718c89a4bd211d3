import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What scoring by others cost and how often it failed, by UTC day; answers that were paid for; and the version of the
 * analysis that the workers run, which the API must know without loading it.
 */
export class CreateScorer1795400000060 implements MigrationInterface {
  name = 'CreateScorer1795400000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scorer_day (
        day date NOT NULL,
        scorer text NOT NULL,
        requests integer NOT NULL DEFAULT 0,
        question_tokens bigint NOT NULL DEFAULT 0,
        answer_tokens bigint NOT NULL DEFAULT 0,
        milliseconds bigint NOT NULL DEFAULT 0,
        answered integer NOT NULL DEFAULT 0,
        failures jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (day, scorer)
      );
      CREATE TABLE scorer_answer (
        article_id uuid NOT NULL,
        scorer text NOT NULL,
        question text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (article_id, scorer)
      );
      CREATE TABLE running_analysis (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        version text NOT NULL,
        scorer text NOT NULL,
        fallback text,
        since timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE running_analysis; DROP TABLE scorer_answer; DROP TABLE scorer_day');
  }
}
