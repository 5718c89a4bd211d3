import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of the rate limiter. Unlogged: they need not survive a crash, and no commit waits for the disk. */
export class CreateRateLimit1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNLOGGED TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limit');
  }
}
