import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work that people watch. PostgreSQL is the record: progress and result survive the loss of the queue. */
export class CreateLongJob1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE long_job (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        title text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        done double precision NOT NULL DEFAULT 0,
        total double precision,
        message text,
        error text,
        result jsonb,
        started_by text,
        cancel_requested boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        finished_at timestamptz
      )`);
    await runner.query('CREATE INDEX long_job_created ON long_job (created_at DESC, id)');
    await runner.query(
      `CREATE INDEX long_job_unfinished ON long_job (updated_at) WHERE state IN ('waiting', 'running')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE long_job');
  }
}
