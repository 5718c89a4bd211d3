import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules go to more than mail, runs keep what was sent to whom, and reports can be read over links. */
export class DeliverAndShareReports1796100000000 implements MigrationInterface {
  name = 'DeliverAndShareReports1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report_schedule
        ADD COLUMN destinations jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN only_changed boolean NOT NULL DEFAULT false;
      UPDATE report_schedule SET destinations = (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'mail', 'address', address)), '[]')
        FROM unnest(recipients) AS address);
      ALTER TABLE report_schedule DROP COLUMN recipients;

      ALTER TABLE report_run DROP CONSTRAINT report_run_outcome_check;
      ALTER TABLE report_run
        ADD CONSTRAINT report_run_outcome_check CHECK (outcome IN ('sending', 'sent', 'skipped', 'failed')),
        -- What was counted and said, without dates: equal where only the calendar moved on.
        ADD COLUMN change_hash text,
        -- Version of the report that was sent; a link to an older version does not show newer runs.
        ADD COLUMN version integer,
        ADD COLUMN title text,
        ADD COLUMN summary text;

      CREATE TABLE report_run_file (
        run_id uuid NOT NULL REFERENCES report_run (id) ON DELETE CASCADE,
        locale text NOT NULL,
        format text NOT NULL,
        name text NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (run_id, locale, format)
      );
      -- Documents are compressed already.
      ALTER TABLE report_run_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

      CREATE TABLE report_delivery (
        run_id uuid NOT NULL REFERENCES report_run (id) ON DELETE CASCADE,
        destination text NOT NULL,
        state text NOT NULL CHECK (state IN ('sent', 'failed', 'refused', 'unsubscribed')),
        error text,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (run_id, destination)
      );

      CREATE TABLE report_unsubscribed (
        schedule_id uuid NOT NULL REFERENCES report_schedule (id) ON DELETE CASCADE,
        address text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (schedule_id, address)
      );

      CREATE TABLE report_share (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        -- NULL follows the newest.
        version integer,
        -- SHA-256: whoever reads the table cannot open the links.
        token_hash bytea NOT NULL UNIQUE,
        sealed_token text NOT NULL,
        password_hash text,
        embed text[] NOT NULL,
        feed boolean NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text
      );
      CREATE INDEX report_share_report ON report_share (report_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report_share, report_unsubscribed, report_delivery, report_run_file;
      DELETE FROM report_run WHERE outcome = 'sending';
      ALTER TABLE report_run DROP CONSTRAINT report_run_outcome_check;
      ALTER TABLE report_run
        ADD CONSTRAINT report_run_outcome_check CHECK (outcome IN ('sent', 'skipped', 'failed')),
        DROP COLUMN change_hash, DROP COLUMN version, DROP COLUMN title, DROP COLUMN summary;
      ALTER TABLE report_schedule ADD COLUMN recipients text[] NOT NULL DEFAULT '{}';
      UPDATE report_schedule SET recipients = ARRAY(
        SELECT destination->>'address' FROM jsonb_array_elements(destinations) AS destination
        WHERE destination->>'kind' = 'mail');
      ALTER TABLE report_schedule DROP COLUMN destinations, DROP COLUMN only_changed;
    `);
  }
}
