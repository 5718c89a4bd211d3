import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may talk to a host now. Unlogged: it need not survive a crash, and no commit waits for the disk. */
export class CreateHostTurn1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE UNLOGGED TABLE host_turn (
         host text PRIMARY KEY,
         next_start timestamptz NOT NULL,
         -- Turn → end of its lease, seconds of the epoch.
         running jsonb NOT NULL DEFAULT '{}'
       ) WITH (fillfactor = 50)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE host_turn');
  }
}
