import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to pushes that carried an Idempotency-Key, kept for a day. */
export class CreateArticlePush1795400000001 implements MigrationInterface {
  name = 'CreateArticlePush1795400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE article_push (
        sender text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        result jsonb NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (sender, key)
      );
      CREATE INDEX article_push_at ON article_push (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE article_push');
  }
}
