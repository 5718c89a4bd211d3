import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources, what they announced, when they were blind, and imports. */
export class CreateCollection1795300000000 implements MigrationInterface {
  name = 'CreateCollection1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source (
        id text PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        url text,
        outlet text NOT NULL,
        language text,
        reach real NOT NULL DEFAULT 1,
        fetch_pages boolean NOT NULL DEFAULT true,
        enabled boolean NOT NULL DEFAULT true,
        sample boolean NOT NULL DEFAULT false,
        interval_seconds integer,
        sealed_headers text,
        options jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL,
        -- Removed sources keep their row while articles of theirs exist, so that old numbers keep a name.
        removed_at timestamptz(3),
        retired_at timestamptz(3),
        etag text,
        last_modified text,
        last_attempt timestamptz(3),
        last_success timestamptz(3),
        last_new_entry timestamptz(3),
        next_attempt timestamptz(3),
        failures integer NOT NULL DEFAULT 0,
        last_error jsonb
      );
      CREATE UNIQUE INDEX source_url ON source (url) WHERE url IS NOT NULL AND removed_at IS NULL;
      CREATE INDEX source_due ON source (next_attempt) WHERE enabled AND removed_at IS NULL AND retired_at IS NULL;

      -- What a source announced: an entry is fetched and extracted once, and never lost between the two.
      CREATE TABLE source_entry (
        source_id text NOT NULL REFERENCES source ON DELETE CASCADE,
        entry_key text NOT NULL,
        announced jsonb NOT NULL,
        content_hash text NOT NULL,
        first_seen timestamptz(3) NOT NULL,
        dated boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'collected', 'failed')),
        attempts smallint NOT NULL DEFAULT 0,
        due timestamptz(3) NOT NULL,
        article_id uuid,
        error jsonb,
        PRIMARY KEY (source_id, entry_key)
      );
      CREATE INDEX source_entry_due ON source_entry (due) WHERE state = 'waiting';
      CREATE INDEX source_entry_seen ON source_entry (source_id, first_seen);

      CREATE TABLE collection_gap (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source_id text NOT NULL REFERENCES source ON DELETE CASCADE,
        from_at timestamptz(3) NOT NULL,
        to_at timestamptz(3),
        cause text NOT NULL
      );
      -- A source is in one gap at a time.
      CREATE UNIQUE INDEX collection_gap_open ON collection_gap (source_id) WHERE to_at IS NULL;
      CREATE INDEX collection_gap_range ON collection_gap (from_at, to_at);

      CREATE TABLE import_run (
        id uuid PRIMARY KEY,
        source_id text NOT NULL REFERENCES source ON DELETE CASCADE,
        file text NOT NULL,
        file_name text NOT NULL,
        format text NOT NULL CHECK (format IN ('jsonl', 'csv')),
        -- Where to go on after a crash: lines up to this one are stored.
        lines integer NOT NULL DEFAULT 0,
        accepted integer NOT NULL DEFAULT 0,
        duplicates integer NOT NULL DEFAULT 0,
        rejected integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL
      );
      CREATE TABLE import_error (
        import_id uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
        line integer NOT NULL,
        code text NOT NULL,
        message text NOT NULL,
        PRIMARY KEY (import_id, line)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_error, import_run, collection_gap, source_entry, source');
  }
}
