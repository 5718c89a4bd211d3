/**
 * Many feeds polled by one worker's services on a real PostgreSQL and a local server of many hosts, some of the feeds
 * huge: how long the event loop was ever blocked, and what the server saw. Not here: queues (a poll is called as its
 * job would), pages and analysis.
 *
 * `BENCH_FEEDS=500` for a short run.
 */
import dns, { type LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NestFactory } from '@nestjs/core';
import {
  ARTICLE_COUNTS,
  ARTICLE_INTAKE,
  CollectionModule,
  collectionMigrations,
  PollService,
} from '@timbre/collection';
import {
  Database,
  loadSettings,
  migrate,
  platformMigrations,
  PlatformModules,
  SecretBox,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '@timbre/platform';
import type { Measurement } from './benchmark.js';
import type { FeedHosts, SeenByHosts } from './feed-hosts.js';
import { watchLoop } from './loop-blocks.js';

export const name = 'polling';

const feeds = Number(process.env.BENCH_FEEDS ?? 5_000);
const hosts = feeds / 5;
/** As the queue of polls has it. */
const concurrency = 24;
/** Entries of the feeds that are not ordinary. */
const entriesOf = { '/feed/7': 100_000, '/feed/77': 20_000, '/feed/177': 5_000, '/feed/277': 1_000 };

export async function run(): Promise<Measurement[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'timbre-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder, database: 'timbre', durable: false });
  const restoreNames = resolveHosts();
  const web = new Worker(new URL('feed-hosts.js', import.meta.url), { workerData: { entriesOf } satisfies FeedHosts });
  try {
    const [port] = (await once(web, 'message')) as [number];
    const seenByHosts = async (): Promise<SeenByHosts> => {
      web.postMessage('tell');
      return ((await once(web, 'message')) as [SeenByHosts])[0];
    };
    await migrate({ url: server.url, migrations: [...platformMigrations, ...collectionMigrations], queues: true });
    const app = await pollingApp(server.url);
    const ids = await addFeeds(app.get(Database, { strict: false }), port);
    const polls = app.get(PollService, { strict: false });
    const start = performance.now();
    const blocks = watchLoop();
    await pollAll(polls, ids);
    const { longestMs, longestOwnMs } = blocks();
    const seconds = (performance.now() - start) / 1_000;
    const [{ read = 0, entries = 0 } = {}] = await app.get(Database, { strict: false }).query<{
      read: number;
      entries: number;
    }>('SELECT count(last_success)::int AS read, (SELECT count(*)::int FROM source_entry) AS entries FROM source');
    const seen = await seenByHosts();
    await app.close();
    return [
      { name: 'feeds read', value: read, goal: `= ${feeds}`, met: read === feeds },
      { name: 'entries taken in', value: entries },
      { name: 'hosts', value: seen.hosts },
      { name: 'polls', value: feeds / seconds, unit: '/s' },
      { name: 'requests at a time to one host', value: seen.mostAtOnce, goal: '≤ 2', met: seen.mostAtOnce <= 2 },
      {
        name: 'event loop blocked by its own work, longest',
        value: longestOwnMs,
        unit: 'ms',
        goal: '≤ 200 ms',
        met: longestOwnMs <= 200,
      },
      { name: 'event loop blocked by the clock, longest', value: longestMs, unit: 'ms' },
    ];
  } finally {
    restoreNames();
    await web.terminate();
    await stopEmbeddedPostgres(server);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Names below bench.test are all this machine. */
function resolveHosts(): () => void {
  const system = dns.lookup;
  const address: LookupAddress = { address: '127.0.0.1', family: 4 };
  dns.lookup = ((host: string, options: dns.LookupOptions, done: (error: null, all: LookupAddress[]) => void) =>
    host.endsWith('.bench.test')
      ? process.nextTick(done, null, [address])
      : system(host, options as dns.LookupAllOptions, done as never)) as unknown as typeof dns.lookup;
  syncBuiltinESMExports();
  return () => {
    dns.lookup = system;
    syncBuiltinESMExports();
  };
}

function pollingApp(databaseUrl: string) {
  const settings = loadSettings({ TIMBRE_EGRESS_ALLOW: '127.0.0.1', TIMBRE_HOST_DELAY: '100' });
  const surroundings = [
    { provide: ARTICLE_INTAKE, useValue: {} },
    { provide: ARTICLE_COUNTS, useValue: { bySource: () => Promise.resolve(new Map()) } },
  ];
  return NestFactory.createApplicationContext(
    {
      module: class BenchModule {},
      imports: [
        ...PlatformModules.core({ settings, databaseUrl, secrets: new SecretBox('b'.repeat(32)) }, 'bench'),
        {
          module: class SurroundingsModule {},
          global: true,
          providers: surroundings,
          exports: surroundings.map(({ provide }) => provide),
        },
        CollectionModule,
      ],
    },
    { logger: ['error'] },
  );
}

/** Feeds in an order in which those of one host stand far apart. */
async function addFeeds(database: Database, port: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `INSERT INTO source (id, name, kind, url, outlet, fetch_pages, created_at)
     SELECT 'f' || n, 'Feed ' || n, 'feed', 'http://h' || n % $2::int || '.bench.test:' || $3 || '/feed/' || n, 'Outlet', false, now()
     FROM generate_series(0, $1::int - 1) n RETURNING id`,
    [feeds, hosts, String(port)],
  );
  return rows.map(({ id }) => id);
}

async function pollAll(polls: PollService, ids: readonly string[]): Promise<void> {
  const waiting = ids.values();
  const signal = new AbortController().signal;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const id of waiting) await polls.poll(id, {}, signal);
    }),
  );
}
