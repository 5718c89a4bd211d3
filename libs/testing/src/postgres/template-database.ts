import { createHash } from 'node:crypto';
import { migrate, type MigrationClass } from '@timbre/platform';
import { Client } from 'pg';

/** Connects to one database of the server for the length of the work. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString();
}

/** One template per list of migrations; their source is part of the name, so a changed migration makes a new one. */
function templateName(migrations: readonly MigrationClass[]): string {
  const hash = createHash('sha256');
  for (const migration of migrations) hash.update(migration.toString()).update('\0');
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

/**
 * Makes sure that the migrated template exists. Migrations run once per run; copies take some 50 ms. Test processes
 * take turns under an advisory lock.
 */
export async function ensureTemplate(serverUrl: string, migrations: MigrationClass[]): Promise<string> {
  const name = templateName(migrations);
  await withClient(serverUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('template'))");
    const ready = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (ready.rowCount !== 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
    await migrate({ url: withDatabase(serverUrl, name), migrations, queues: true });
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
}
