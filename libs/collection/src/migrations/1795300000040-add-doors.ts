import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sources of other kinds need, families of publishers, how long texts are kept, and imports of WARC files. */
export class AddDoors1795300000040 implements MigrationInterface {
  name = 'AddDoors1795300000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE source
        -- Counts up when the secret of a webhook is replaced.
        ADD COLUMN webhook_generation integer NOT NULL DEFAULT 1,
        -- Publishers of one house count as one voice; null: told by the outlet's name and domain.
        ADD COLUMN family text,
        -- Days after which texts are removed; null: kept.
        ADD COLUMN retention_days integer CHECK (retention_days > 0);
      ALTER TABLE import_run DROP CONSTRAINT import_run_format_check;
      ALTER TABLE import_run ADD CONSTRAINT import_run_format_check CHECK (format IN ('jsonl', 'csv', 'warc'));
      -- Cut, because an index holds no entry of some kilobytes.
      CREATE INDEX source_entry_url ON source_entry (left(announced ->> 'url', 500));
      CREATE INDEX source_entry_article ON source_entry (article_id) WHERE article_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX source_entry_article, source_entry_url;
      DELETE FROM import_run WHERE format = 'warc';
      ALTER TABLE import_run DROP CONSTRAINT import_run_format_check;
      ALTER TABLE import_run ADD CONSTRAINT import_run_format_check CHECK (format IN ('jsonl', 'csv'));
      ALTER TABLE source DROP COLUMN retention_days, DROP COLUMN family, DROP COLUMN webhook_generation;
    `);
  }
}
