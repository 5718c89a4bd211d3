import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules and their states, alerts, what was told to whom, and silences. */
export class CreateAlerting1795500000000 implements MigrationInterface {
  name = 'CreateAlerting1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alert_rule (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        body jsonb NOT NULL,
        enabled boolean NOT NULL,
        state jsonb,
        last_input jsonb,
        last_error text,
        next_evaluation timestamptz(3) NOT NULL,
        -- An evaluation that dies is taken over when its lease ends.
        lease uuid,
        lease_until timestamptz(3),
        updated_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3)
      );
      CREATE INDEX alert_rule_due ON alert_rule (next_evaluation) WHERE enabled AND removed_at IS NULL;

      CREATE TABLE alert_rule_version (
        rule_id uuid NOT NULL REFERENCES alert_rule (id),
        version integer NOT NULL,
        body jsonb NOT NULL,
        by text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (rule_id, version)
      );

      CREATE TABLE alert (
        id uuid PRIMARY KEY,
        rule_id uuid NOT NULL REFERENCES alert_rule (id),
        rule_version integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('threshold', 'no-data', 'error')),
        state text NOT NULL CHECK (state IN ('firing', 'recovering', 'resolved')),
        started_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        input jsonb,
        acknowledged_by text,
        acknowledged_at timestamptz(3)
      );
      CREATE UNIQUE INDEX alert_open ON alert (rule_id) WHERE ended_at IS NULL;
      CREATE INDEX alert_started ON alert (started_at DESC, id DESC);

      CREATE TABLE alert_transition (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        rule_id uuid NOT NULL,
        rule_version integer NOT NULL,
        at timestamptz(3) NOT NULL,
        from_phase text NOT NULL,
        to_phase text NOT NULL,
        reason text NOT NULL,
        input jsonb
      );
      CREATE INDEX alert_transition_rule ON alert_transition (rule_id, at);

      CREATE TABLE alert_comment (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        alert_id uuid NOT NULL REFERENCES alert (id),
        at timestamptz(3) NOT NULL,
        by text NOT NULL,
        text text NOT NULL
      );
      CREATE INDEX alert_comment_alert ON alert_comment (alert_id);

      CREATE TABLE alert_channel (
        id uuid PRIMARY KEY,
        body jsonb NOT NULL,
        sealed text NOT NULL,
        enabled boolean NOT NULL,
        removed_at timestamptz(3),
        -- Token bucket: how many messages may leave, as of when.
        tokens float8 NOT NULL,
        tokens_at timestamptz(3) NOT NULL
      );

      CREATE TABLE alert_group (
        rule_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        body jsonb NOT NULL,
        next_flush timestamptz(3),
        PRIMARY KEY (rule_id, channel_id)
      );
      CREATE INDEX alert_group_due ON alert_group (next_flush) WHERE next_flush IS NOT NULL;

      CREATE TABLE alert_notification (
        id uuid PRIMARY KEY,
        rule_id uuid,
        alert_ids uuid[] NOT NULL,
        channel_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('firing', 'resolved', 'repeat', 'test')),
        subject text NOT NULL,
        message jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
        created_at timestamptz(3) NOT NULL,
        next_attempt timestamptz(3),
        lease_until timestamptz(3),
        delivered_at timestamptz(3),
        failures integer NOT NULL DEFAULT 0
      );
      CREATE INDEX alert_notification_due ON alert_notification (next_attempt) WHERE state = 'waiting';
      CREATE INDEX alert_notification_rule ON alert_notification (rule_id, created_at);
      CREATE INDEX alert_notification_created ON alert_notification (created_at DESC);

      CREATE TABLE alert_delivery_attempt (
        notification_id uuid NOT NULL REFERENCES alert_notification (id) ON DELETE CASCADE,
        at timestamptz(3) NOT NULL,
        ok boolean NOT NULL,
        status integer,
        error text,
        took_ms integer NOT NULL
      );
      CREATE INDEX alert_delivery_attempt_of ON alert_delivery_attempt (notification_id, at);

      CREATE TABLE alert_silence (
        id uuid PRIMARY KEY,
        rule_ids uuid[] NOT NULL,
        severities text[] NOT NULL,
        from_at timestamptz(3) NOT NULL,
        to_at timestamptz(3) NOT NULL,
        comment text NOT NULL,
        by text NOT NULL
      );
      CREATE INDEX alert_silence_end ON alert_silence (to_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE alert_silence, alert_delivery_attempt, alert_notification, alert_group, alert_channel, alert_comment,
         alert_transition, alert, alert_rule_version, alert_rule`,
    );
  }
}
