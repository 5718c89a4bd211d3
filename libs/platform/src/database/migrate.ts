import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { takeAdvisoryLock } from './advisory-lock.js';
import { createDataSource, type MigrationClass } from './data-source.js';
import { MigrationError } from './database-error.js';

export interface MigrateOptions {
  url: string;
  /** All migrations of all libraries, any order; each class name ends in its 13-digit timestamp, which gives the order. */
  migrations: MigrationClass[];
  /** Whether the queues live in this database too (no REDIS_URL). */
  queues: boolean;
}

/**
 * Brings the schema up to date. Processes that start together take turns under an advisory lock, so each migration
 * runs once; a migration that fails is rolled back and stops the start.
 *
 * @returns names of the migrations that ran now.
 * @throws MigrationError
 */
export async function migrate({ url, migrations, queues }: MigrateOptions): Promise<string[]> {
  const lock = new Client({ connectionString: url, application_name: 'timbre migrate', keepAlive: true });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await takeAdvisoryLock(lock, 'migrate');
    const dataSource = createDataSource({ url, migrations, poolSize: 2, applicationName: 'timbre migrate' });
    await dataSource.initialize();
    try {
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      if (queues) await runMigrations(lock);
      return applied.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    throw new MigrationError(`The database schema could not be brought up to date: ${String(error)}`, { cause: error });
  } finally {
    await lock.end();
  }
}
