import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts of entries that are done live in their articles only, where retention finds them. */
export class ForgetCollectedTexts1796200000010 implements MigrationInterface {
  name = 'ForgetCollectedTexts1796200000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE source_entry SET announced = announced || '{"text": ""}'
       WHERE state <> 'waiting' AND announced ->> 'text' <> ''`,
    );
  }

  /** What was forgotten does not come back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
