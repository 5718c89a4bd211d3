import { randomBytes } from 'node:crypto';
import { createDataSource, Database, type EntityClass, type MigrationClass } from '@timbre/platform';
import { sharedServer } from './shared-server.js';
import { ensureTemplate, withClient, withDatabase } from './template-database.js';

export interface TestDatabaseOptions {
  migrations?: MigrationClass[];
  entities?: EntityClass[];
}

export interface TestDatabase {
  url: string;
  database: Database;
  /** Closes the pool and drops the database. Call it in `afterAll`. */
  close(): Promise<void>;
}

/**
 * A fresh database on a real PostgreSQL, migrated with the real migrations (the queues' schema included).
 *
 * @example
 * let test: TestDatabase;
 * beforeAll(async () => { test = await testDatabase({ migrations: catalogueMigrations, entities: [TopicEntity] }); });
 * afterAll(() => test.close());
 */
export async function testDatabase({
  migrations = [],
  entities = [],
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await sharedServer();
  const template = await ensureTemplate(server.url, migrations);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(server.url, async (client) => {
    // Two copies of one template at a time are refused, so copies take turns.
    await client.query("SELECT pg_advisory_lock(hashtext('copy'))");
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });

  const url = withDatabase(server.url, name);
  const dataSource = createDataSource({ url, entities, migrations, poolSize: 8, applicationName: 'timbre test' });
  await dataSource.initialize();
  return {
    url,
    database: new Database(dataSource),
    async close() {
      await dataSource.destroy();
      await withClient(server.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
