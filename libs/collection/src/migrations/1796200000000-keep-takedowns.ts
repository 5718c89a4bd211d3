import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlets that were taken down stay out when their sources are removed, and at doors that have no sources. */
export class KeepTakedowns1796200000000 implements MigrationInterface {
  name = 'KeepTakedowns1796200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outlet_takedown (
        -- What an article's outlet is compared with: a name without differences of case and spacing, or a domain.
        name text PRIMARY KEY,
        -- The outlet that was taken down: several names may be its own.
        outlet text NOT NULL,
        at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outlet_takedown');
  }
}
