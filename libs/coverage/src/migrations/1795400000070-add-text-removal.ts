import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a text was removed because its source keeps texts for some days only. */
export class AddTextRemoval1795400000070 implements MigrationInterface {
  name = 'AddTextRemoval1795400000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE article ADD COLUMN text_removed_at timestamptz(3);
      CREATE INDEX article_text_removed ON article (text_removed_at) WHERE text_removed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_text_removed; ALTER TABLE article DROP COLUMN text_removed_at');
  }
}
