import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports with every version that was saved, when they are sent, and what became of each sending. */
export class CreateReports1795600000000 implements MigrationInterface {
  name = 'CreateReports1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        document jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        updated_by text
      );
      CREATE INDEX report_updated ON report (updated_at DESC, id);

      CREATE TABLE report_version (
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        version integer NOT NULL,
        document jsonb NOT NULL,
        saved_at timestamptz(3) NOT NULL,
        saved_by text,
        PRIMARY KEY (report_id, version)
      );

      CREATE TABLE report_schedule (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        cron text NOT NULL,
        tz text NOT NULL,
        formats text[] NOT NULL,
        recipients text[] NOT NULL,
        skip_empty boolean NOT NULL,
        enabled boolean NOT NULL,
        next_at timestamptz(3)
      );
      CREATE INDEX report_schedule_report ON report_schedule (report_id);
      CREATE INDEX report_schedule_due ON report_schedule (next_at) WHERE enabled;

      CREATE TABLE report_run (
        id uuid PRIMARY KEY,
        schedule_id uuid NOT NULL REFERENCES report_schedule (id) ON DELETE CASCADE,
        -- The moment that the schedule named; one sending each, however often the job runs.
        at timestamptz(3) NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('sent', 'skipped', 'failed')),
        reason text,
        data_hash text,
        UNIQUE (schedule_id, at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_run, report_schedule, report_version, report');
  }
}
