import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedServer,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  waitForDatabase,
} from '@timbre/platform';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testSite } from '../servers/test-site.js';
import { withClient } from '../postgres/template-database.js';

/** Real: clusters of their own, killed and started again. As root they run as postgres or nobody, else as ourselves. */
let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'timbre-embedded-'));
  await chmod(dataFolder, 0o755);
});
afterEach(async () => {
  const server = await findEmbeddedPostgres({ dataFolder });
  if (server !== null) await stopEmbeddedPostgres(server);
  await rm(dataFolder, { recursive: true, force: true });
});

const start = (): Promise<EmbeddedServer> => startEmbeddedPostgres({ dataFolder });

it('starts once for all who ask together, speaks Chinese, and keeps its password to itself', async () => {
  const servers = await Promise.all([start(), start(), start()]);
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
  const [first] = servers;
  await withClient(first!.url, async (client) => {
    await client.query('CREATE EXTENSION pg_trgm');
    const { rows } = await client.query<{ n: number }>(`SELECT cardinality(show_trgm('人工智能')) AS n`);
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
  const wrong = Object.assign(new URL(first!.url), { password: 'wrong' }).toString();
  await expect(waitForDatabase({ url: wrong })).rejects.toThrow(/refuses the user or password/);
}, 30_000);

it('comes back after kill -9 on the same port with what was committed', async () => {
  const server = await start();
  await withClient(server.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS n'));
  process.kill(server.pid, 'SIGKILL');
  const again = await start();
  expect(again).toMatchObject({ port: server.port, reused: false });
  await withClient(again.url, async (client) => {
    expect((await client.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
  });
  await stopEmbeddedPostgres(again);
  expect(await findEmbeddedPostgres({ dataFolder })).toBeNull();
}, 30_000);

it('takes another port when its own is taken, and forgets a pid file that a dead server left', async () => {
  const server = await start();
  await stopEmbeddedPostgres(server);
  const intruder = await testSite();
  try {
    await writeFile(join(dataFolder, 'postgres.port'), intruder.host.split(':')[1] ?? '');
    // A pid that lives but is no PostgreSQL: ours.
    const path = join(dataFolder, 'postgres', 'postmaster.pid');
    await writeFile(path, `${process.pid}\n${dataFolder}/postgres\n0\n${server.port}\n\n127.0.0.1\n`);
    const again = await start();
    expect(again.reused).toBe(false);
    expect(String(again.port)).not.toBe(intruder.host.split(':')[1]);
    expect(await readFile(join(dataFolder, 'postgres.port'), 'utf8')).toBe(String(again.port));
  } finally {
    await intruder.close();
  }
}, 30_000);

it('says in words that a database is away, and waits for one that comes', async () => {
  const reasons: string[] = [];
  const server = await start();
  await stopEmbeddedPostgres(server);
  await expect(waitForDatabase({ url: server.url, timeoutMs: 300 })).rejects.toThrow(
    /Nothing listens at 127\.0\.0\.1:/,
  );
  const waiting = waitForDatabase({ url: server.url, onWait: (reason) => void reasons.push(reason) });
  await start();
  await waiting;
  expect(reasons[0]).toMatch(/Start PostgreSQL there or correct DATABASE_URL/);
}, 30_000);
