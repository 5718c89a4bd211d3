import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people corrected or confirmed. A row is never changed into another judgement: a later one ends it, and so does
 * undoing it, so the table is also the record of who said what and when. One judgement is in force per article, kind
 * and key.
 *
 * `said` is what the analysis had said when it was judged; `read` the whole row as the newest reading says it, from
 * which undoing restores (null where the reading no longer has it); `agrees` whether that reading agrees by itself.
 */
export class CreateCorrection1795400000010 implements MigrationInterface {
  name = 'CreateCorrection1795400000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        article_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('mention', 'quote', 'forecast')),
        key text NOT NULL,
        value jsonb NOT NULL,
        said jsonb NOT NULL,
        version text NOT NULL,
        words text,
        lang text NOT NULL,
        confirms boolean NOT NULL,
        read jsonb,
        agrees boolean,
        note text,
        made_by text NOT NULL,
        made_by_name text NOT NULL,
        made_at timestamptz(3) NOT NULL,
        ended_by text,
        ended_by_name text,
        ended_at timestamptz(3),
        PRIMARY KEY (article_id, id)
      );
      CREATE UNIQUE INDEX correction_in_force ON correction (article_id, kind, key) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction');
  }
}
