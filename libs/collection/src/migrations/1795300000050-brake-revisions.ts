import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an entry appeared, for the rhythm of its source; when its words last changed and how often they did, so that one
 * that always changes is not always collected.
 */
export class BrakeRevisions1795300000050 implements MigrationInterface {
  name = 'BrakeRevisions1795300000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE source_entry ADD COLUMN appeared_at timestamptz(3), ADD COLUMN changed_at timestamptz(3),
         ADD COLUMN revisions smallint NOT NULL DEFAULT 0`,
    );
    await runner.query(
      `UPDATE source_entry SET appeared_at = least(first_seen, (announced->>'published')::timestamptz)`,
    );
    await runner.query('ALTER TABLE source_entry ALTER COLUMN appeared_at SET NOT NULL');
    // The sweep takes a bounded share of each source, so it looks for the due entries of one source at a time.
    await runner.query(
      `CREATE INDEX source_entry_due_by_source ON source_entry (source_id, due) WHERE state = 'waiting'`,
    );
    await runner.query('DROP INDEX source_entry_due');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX source_entry_due ON source_entry (due) WHERE state = 'waiting'`);
    await runner.query('DROP INDEX source_entry_due_by_source');
    await runner.query(
      'ALTER TABLE source_entry DROP COLUMN appeared_at, DROP COLUMN changed_at, DROP COLUMN revisions',
    );
  }
}
