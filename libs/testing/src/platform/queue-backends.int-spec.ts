import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { Database, EventBus, LongJobService, platformMigrations, QueueService } from '@timbre/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../postgres/test-database.js';
import { testRedis, type TestRedis } from '../redis/test-redis.js';
import { waitUntil } from '../wait-until.js';
import { longTrialQueue, startTrial, trialQueue, tryTable } from './queue-trials.js';

/** Real: PostgreSQL, Redis, BullMQ, a second process that is killed. One suite for both backends. */
describe.each(['postgres', 'redis'] as const)('queues on %s', (backend) => {
  let test: TestDatabase;
  let redis: TestRedis | undefined;
  let app: INestApplicationContext;
  let queues: QueueService;

  beforeAll(async () => {
    test = await testDatabase({ migrations: platformMigrations });
    await test.database.query(tryTable);
    redis = backend === 'redis' ? await testRedis() : undefined;
    app = await startTrial(test.url, redis?.url, true);
    queues = app.get(QueueService);
  });
  afterAll(async () => {
    await app.close();
    await redis?.close();
    await test.close();
  });

  const tries = (n: number) =>
    test.database.query<{ attempt: number; pid: number; ended: boolean }>(
      'SELECT attempt, pid, ended FROM try WHERE n = $1 ORDER BY id',
      [n],
    );
  const ended = async (n: number): Promise<boolean> => (await tries(n)).some((row) => row.ended);

  it('runs each of many jobs once', async () => {
    const payloads = Array.from({ length: 200 }, (_, index) => ({ n: 1_000 + index, failures: 0, forGood: false }));
    await queues.addBulk(trialQueue, payloads);
    const count = async (): Promise<number> =>
      Number(
        (await test.database.query<{ c: string }>('SELECT count(*) AS c FROM try WHERE n >= 1000 AND ended'))[0]?.c,
      );
    await waitUntil('all 200 jobs have run', async () => (await count()) === 200);
    expect((await queues.counts(trialQueue)).failed).toBe(0);
  });

  it('refuses a payload that does not fit before it is enqueued', async () => {
    await expect(queues.add(trialQueue, { n: 0.5, failures: 0, forGood: false })).rejects.toThrow();
  });

  it('tries again after failures, and not after a permanent one', async () => {
    await queues.add(trialQueue, { n: 1, failures: 2, forGood: false });
    await queues.add(trialQueue, { n: 2, failures: 0, forGood: true });
    await waitUntil('the third try works', () => ended(1));
    expect((await tries(1)).map((row) => row.attempt)).toEqual([1, 2, 3]);
    await waitUntil('the permanent failure is counted', async () => (await queues.counts(trialQueue)).failed === 1);
    expect(await tries(2)).toHaveLength(1);
  });

  it('drops a job while one with the same key waits', async () => {
    const payload = { n: 3, failures: 0, forGood: false };
    const options = { deduplicate: { key: 'three' }, delayMs: 300 };
    await Promise.all([1, 2, 3].map(() => queues.add(trialQueue, payload, options)));
    await waitUntil('the job has run', () => ended(3));
    expect(await tries(3)).toHaveLength(1);
  });

  it('keeps one schedule however often it is upserted, and fires it until it is removed', async () => {
    const payload = { n: 4, failures: 0, forGood: false };
    await queues.upsertSchedule(trialQueue, 'four', { cron: '0 0 1 1 *', timeZone: 'Asia/Shanghai' }, payload);
    await queues.upsertSchedule(trialQueue, 'four', { everyMs: 150 }, payload);
    expect(await queues.scheduleIds(trialQueue)).toEqual(['four']);
    await waitUntil('it has fired three times', async () => (await tries(4)).length >= 3);
    expect(await queues.removeSchedule(trialQueue, 'four')).toBe(true);
    expect(await queues.scheduleIds(trialQueue)).toEqual([]);
  });

  it('hands the job of a killed worker to another', async () => {
    await app.close();
    const victim = await startVictim(test.url, redis?.url);
    try {
      app = await startTrial(test.url, redis?.url, false);
      await app.get(QueueService).add(trialQueue, { n: -1, failures: 0, forGood: false });
      await waitUntil('the victim has taken the job', async () => (await tries(-1)).length === 1);
    } finally {
      const gone = once(victim, 'exit');
      victim.kill('SIGKILL');
      await gone;
    }
    await app.close();
    app = await startTrial(test.url, redis?.url, true);
    queues = app.get(QueueService);
    await waitUntil('another worker has finished it', () => ended(-1), 20_000);
    expect((await tries(-1)).map((row) => row.pid)).toEqual([victim.pid, process.pid]);
  }, 60_000);

  it('shows the progress of a long job to everyone and keeps its result', async () => {
    const jobs = app.get(LongJobService);
    const seen: number[] = [];
    const stop = app.get(EventBus).subscribe((event) => {
      if (event.type === 'job.progress') seen.push(event.data.done);
    });
    const job = await jobs.start(longTrialQueue, { steps: 20 }, { kind: 'trial', title: 'A trial' });
    await waitUntil('the job is done', async () => (await jobs.get(job.id)).state === 'done');
    stop();
    expect(await jobs.get(job.id)).toMatchObject({ done: 20, total: 20, result: { steps: 20 }, error: null });
    expect(seen.at(-1)).toBe(20);
  });

  it('does not start a long job of a transaction that is rolled back', async () => {
    const jobs = app.get(LongJobService);
    const before = await jobs.list();
    await expect(
      app.get(Database).transaction(async () => {
        await jobs.start(longTrialQueue, { steps: 1 }, { kind: 'trial', title: 'Never' });
        throw new RangeError('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await jobs.list()).toEqual(before);
    expect(await test.database.query(`SELECT 1 FROM long_job WHERE title = 'Never'`)).toEqual([]);
  });

  it('cancels a long job that runs', async () => {
    const jobs = app.get(LongJobService);
    const job = await jobs.start(longTrialQueue, { steps: 100_000 }, { kind: 'trial', title: 'Endless' });
    await waitUntil('it runs', async () => (await jobs.get(job.id)).done > 0);
    expect(await jobs.cancel(job.id)).toMatchObject({ cancelRequested: true });
    await waitUntil('it is cancelled', async () => (await jobs.get(job.id)).state === 'cancelled');
    expect((await jobs.get(job.id)).finishedAt).not.toBeNull();
  });

  it('starts a long job again that the queue has lost', async () => {
    const jobs = app.get(LongJobService);
    const [lost] = await test.database.query<{ id: string }>(
      `INSERT INTO long_job (id, kind, title, queue, payload, state, created_at, updated_at)
       VALUES (gen_random_uuid(), 'trial', 'Lost', 'long-trial', '{"steps": 2}', 'running', now(), now() - interval '5 minutes')
       RETURNING id`,
    );
    expect(await jobs.sweep(new Date())).toBe(1);
    await waitUntil('it is done', async () => (await jobs.get(lost!.id)).state === 'done');
    expect(await jobs.sweep(new Date())).toBe(0);
  });
});

async function startVictim(databaseUrl: string, redisUrl: string | undefined): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('victim-worker.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, databaseUrl, redisUrl ?? '', '--victim'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
