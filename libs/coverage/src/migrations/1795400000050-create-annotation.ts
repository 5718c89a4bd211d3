import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that people pinned to charts. */
export class CreateAnnotation1795400000050 implements MigrationInterface {
  name = 'CreateAnnotation1795400000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE annotation (
        id uuid PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        text text NOT NULL,
        target text,
        made_by text NOT NULL,
        made_by_name text NOT NULL,
        made_at timestamptz(3) NOT NULL
      );
      CREATE INDEX annotation_at ON annotation (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE annotation');
  }
}
