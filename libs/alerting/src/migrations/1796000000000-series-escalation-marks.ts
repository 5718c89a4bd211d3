import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of many series, weekly silences, escalation, digests, and verdicts. */
export class SeriesEscalationMarks1796000000000 implements MigrationInterface {
  name = 'SeriesEscalationMarks1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alert_series (
        rule_id uuid NOT NULL REFERENCES alert_rule (id) ON DELETE CASCADE,
        key text NOT NULL,
        name text NOT NULL,
        state jsonb NOT NULL,
        last_input jsonb,
        PRIMARY KEY (rule_id, key)
      );
      ALTER TABLE alert_rule ADD COLUMN left_out jsonb;

      -- Rules of one series have the empty key.
      ALTER TABLE alert ADD COLUMN series_key text NOT NULL DEFAULT '', ADD COLUMN series_name text NOT NULL DEFAULT '';
      DROP INDEX alert_open;
      CREATE UNIQUE INDEX alert_open ON alert (rule_id, series_key) WHERE ended_at IS NULL;
      ALTER TABLE alert_transition ADD COLUMN series_key text NOT NULL DEFAULT '';
      DROP INDEX alert_transition_rule;
      CREATE INDEX alert_transition_rule ON alert_transition (rule_id, series_key, at);

      ALTER TABLE alert_silence
        ADD COLUMN targets text[] NOT NULL DEFAULT '{}',
        ADD COLUMN series text[] NOT NULL DEFAULT '{}',
        ADD COLUMN weekly jsonb;

      ALTER TABLE alert_notification DROP CONSTRAINT alert_notification_reason_check;
      ALTER TABLE alert_notification ADD CONSTRAINT alert_notification_reason_check
        CHECK (reason IN ('firing', 'resolved', 'repeat', 'digest', 'test'));
      CREATE INDEX alert_notification_waiting ON alert_notification (channel_id) WHERE state = 'waiting';

      -- Each channel hears of an alert once, however channels hand on to each other.
      CREATE TABLE alert_escalation (
        alert_id uuid NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        channel_id uuid NOT NULL,
        from_channel_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        told_at timestamptz(3),
        PRIMARY KEY (alert_id, channel_id)
      );
      CREATE INDEX alert_escalation_due ON alert_escalation (due_at) WHERE told_at IS NULL;

      CREATE TABLE alert_mark (
        -- Hash of what is measured, without thresholds.
        subject text NOT NULL,
        key text NOT NULL,
        from_at timestamptz(3) NOT NULL,
        to_at timestamptz(3),
        verdict text NOT NULL CHECK (verdict IN ('useful', 'noise')),
        by text NOT NULL,
        marked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (subject, key, from_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE alert_mark, alert_escalation, alert_series;
      DELETE FROM alert_notification WHERE reason = 'digest';
      ALTER TABLE alert_notification DROP CONSTRAINT alert_notification_reason_check;
      ALTER TABLE alert_notification ADD CONSTRAINT alert_notification_reason_check
        CHECK (reason IN ('firing', 'resolved', 'repeat', 'test'));
      DROP INDEX alert_notification_waiting;
      ALTER TABLE alert_silence DROP COLUMN targets, DROP COLUMN series, DROP COLUMN weekly;
      DROP INDEX alert_transition_rule;
      CREATE INDEX alert_transition_rule ON alert_transition (rule_id, at);
      ALTER TABLE alert_transition DROP COLUMN series_key;
      DROP INDEX alert_open;
      DELETE FROM alert_comment USING alert WHERE alert.id = alert_id AND series_key <> '';
      DELETE FROM alert WHERE series_key <> '';
      CREATE UNIQUE INDEX alert_open ON alert (rule_id) WHERE ended_at IS NULL;
      ALTER TABLE alert DROP COLUMN series_key, DROP COLUMN series_name;
      ALTER TABLE alert_rule DROP COLUMN left_out;
    `);
  }
}
