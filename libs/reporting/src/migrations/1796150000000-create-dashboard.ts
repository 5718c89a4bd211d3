import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users' own dashboards. */
export class CreateDashboard1796150000000 implements MigrationInterface {
  name = 'CreateDashboard1796150000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dashboard (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        document jsonb NOT NULL,
        owner text NOT NULL,
        owner_name text NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      CREATE INDEX dashboard_owner ON dashboard (owner);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dashboard');
  }
}
