import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sketches of recent articles, by which near copies are recognised. Holds hashes only, no text. */
export class CreateStoryIndex1795300000002 implements MigrationInterface {
  name = 'CreateStoryIndex1795300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE story_sketch (
        article_id uuid PRIMARY KEY,
        story_id uuid NOT NULL,
        published timestamptz(3) NOT NULL,
        seen timestamptz(3) NOT NULL,
        -- Unsigned 32-bit hashes, little-endian, ascending; empty when an article just like it is in the index.
        sketch bytea NOT NULL
      );
      ALTER TABLE story_sketch ALTER COLUMN sketch SET STORAGE PLAIN;
      CREATE INDEX story_sketch_published ON story_sketch (published);

      -- The lowest hashes of each sketch. Ordered by time, so that a key shared by many gives its newest holders.
      CREATE TABLE story_key (
        key bigint NOT NULL,
        published timestamptz(3) NOT NULL,
        article_id uuid NOT NULL,
        PRIMARY KEY (key, published, article_id)
      );
      CREATE INDEX story_key_article ON story_key (published, article_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE story_key, story_sketch');
  }
}
