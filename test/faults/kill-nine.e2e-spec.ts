import type { LongJob, OverviewResponse } from '@timbre/contracts';
import { testRedis, type TestRedis, waitUntil } from '@timbre/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childOf } from '../running/process-tree.js';
import { RunningTimbre } from '../running/running-timbre.js';

// Real parts: the launcher, the API, a worker and the embedded PostgreSQL. TIMBRE_FAULT_ARTICLES=20000 for the long run.
const articles = Number(process.env.TIMBRE_FAULT_ARTICLES ?? 400);
/** Stalled jobs come back after their lock, unfinished articles with the sweeper. */
const patience = 240_000 + articles * 60;
function jsonLines(): string {
  const moods = ['won praise for its clear pictures', 'was criticised for its cost', 'opened an office in the harbour'];
  return Array.from({ length: articles }, (_, index) =>
    JSON.stringify({
      url: `https://fault.example/${index}`,
      title: `Report ${index}`,
      text: `Sora ${moods[index % moods.length]}. This is article number ${index} of a long import. ChatGPT stayed as it was.`,
      published: new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString(),
    }),
  ).join('\n');
}

/** Asks twice a second: the question itself must not load the machine. */
const unhurried = (condition: () => Promise<boolean>) => () => delay(500).then(condition);

const kill = (pid: number | undefined) => {
  expect(pid).toBeGreaterThan(0);
  process.kill(pid ?? 0, 'SIGKILL');
};
describe.concurrent.each(['PostgreSQL', 'Redis'] as const)('with the queues in %s', (queues) => {
  let redis: TestRedis | undefined;
  let timbre: RunningTimbre;

  beforeAll(async () => {
    redis = queues === 'Redis' ? await testRedis() : undefined;
    timbre = await new RunningTimbre({ env: redis ? { REDIS_URL: redis.url } : {} }).start();
  });
  afterAll(async () => {
    await timbre?.stop();
    await redis?.close();
  });

  const answers = () =>
    timbre.api<LongJob>('/jobs?limit=1').then(
      () => true,
      () => false,
    );
  const child = (name: string) => childOf(timbre.launcherPid, `${name}/dist/main.js`);
  async function extent(): Promise<{ articles: number }> {
    return timbre.api('/coverage/extent');
  }

  it(
    'loses and doubles nothing when worker, API, PostgreSQL and launcher are killed in turn during an import',
    async () => {
      const job = await timbre.api<LongJob>('/imports?name=fault.jsonl', {
        method: 'POST',
        body: new Blob([jsonLines()]),
      });
      const begun = async () => (await extent()).articles > 0;
      await waitUntil('the first articles are stored', begun, patience);

      const worker = child('worker');
      kill(worker);
      await waitUntil('another worker runs', () => ![undefined, worker].includes(child('worker')), 30_000);

      kill(child('api'));
      await waitUntil('the API answers again', answers, 30_000);

      kill(timbre.databasePid);
      await waitUntil('the API answers on the recovered database', answers, 60_000);

      await timbre.killLauncher();
      await timbre.start();

      const ended = async () => (await timbre.api<LongJob>(`/jobs/${job.id}`)).state === 'done';
      await waitUntil('the import is done', ended, patience);
      const counted = () =>
        timbre
          .api<OverviewResponse>('/coverage/overview?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&unit=articles')
          .then((overview) => overview.totals.current.n);
      await waitUntil(
        'everything is read',
        unhurried(async () => (await counted()) === articles),
        patience,
      );
      expect((await extent()).articles).toBe(articles);
      const result = (await timbre.api<LongJob>(`/jobs/${job.id}`)).result;
      expect(result).toMatchObject({ lines: articles, rejected: 0 });

      const verified = timbre.command('verify');
      expect(verified.stderr).toBe('');
      expect(verified.status).toBe(0);
    },
    2 * patience + 240_000,
  );
});
