import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentity1795100000000 implements MigrationInterface {
  name = 'CreateIdentity1795100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('viewer', 'analyst', 'admin')),
        password_hash text NOT NULL,
        disabled boolean NOT NULL DEFAULT false,
        preferences jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz
      );
      CREATE TABLE user_session (
        secret_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX user_session_user ON user_session (user_id);
      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        name text NOT NULL,
        secret_hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        expires_at timestamptz
      );
      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        user_id uuid,
        user_name text,
        action text NOT NULL,
        subject text,
        detail jsonb
      );
      CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC);
      -- One row at most: the hash of the link that creates the owner.
      CREATE TABLE owner_setup (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        secret_hash text NOT NULL,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE owner_setup, audit_entry, api_token, user_session, app_user');
  }
}
