import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics and entities with their aliases, and the log of edits whose number is the catalogue's version. */
export class CreateCatalogue1795200000000 implements MigrationInterface {
  name = 'CreateCatalogue1795200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_edit (
        version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        kind text NOT NULL CHECK (kind IN ('entity', 'topic')),
        item_id text NOT NULL,
        action text NOT NULL CHECK (action IN ('seeded', 'created', 'changed', 'removed')),
        user_id text,
        before jsonb,
        after jsonb
      );
      CREATE INDEX catalogue_edit_item ON catalogue_edit (kind, item_id, version);

      CREATE TABLE catalogue_entity (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'product', 'concept')),
        name_en text NOT NULL,
        name_zh text,
        description text,
        part_of text,
        built_in boolean NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      CREATE TABLE catalogue_alias (
        entity_id text NOT NULL REFERENCES catalogue_entity (id) ON DELETE CASCADE,
        ordinal smallint NOT NULL,
        text text NOT NULL,
        lang text,
        case_sensitive boolean NOT NULL DEFAULT false,
        PRIMARY KEY (entity_id, ordinal)
      );
      CREATE TABLE catalogue_topic (
        id text PRIMARY KEY,
        name_en text NOT NULL,
        name_zh text,
        query text NOT NULL,
        description text,
        built_in boolean NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE catalogue_topic, catalogue_alias, catalogue_entity, catalogue_edit');
  }
}
