import type { AppEvent } from '@timbre/contracts';
import { Database, EventBus, platformMigrations } from '@timbre/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../postgres/test-database.js';
import { testRedis, type TestRedis } from '../redis/test-redis.js';
import { waitUntil } from '../wait-until.js';
import { startTrial } from './queue-trials.js';

/** Real: two applications on one PostgreSQL, or on one Redis. */
describe.each(['postgres', 'redis'] as const)('events over %s', (transport) => {
  let test: TestDatabase;
  let redis: TestRedis | undefined;
  let sender: INestApplicationContext;
  let receiver: INestApplicationContext;
  const heard: AppEvent[] = [];

  beforeAll(async () => {
    test = await testDatabase({ migrations: platformMigrations });
    redis = transport === 'redis' ? await testRedis() : undefined;
    sender = await startTrial(test.url, redis?.url, false);
    receiver = await startTrial(test.url, redis?.url, false);
    receiver.get(EventBus).subscribe(() => {
      throw new Error('a listener that fails must not keep the event from others');
    });
    receiver.get(EventBus).subscribe((event) => void heard.push(event));
    await untilHeard('listening');
  });
  afterAll(async () => {
    await sender.close();
    await receiver.close();
    await redis?.close();
    await test.close();
  });

  /** Publishes until the listener, which connects in the background, hears it. */
  async function untilHeard(sourceId: string): Promise<void> {
    await waitUntil(`${sourceId} is heard`, async () => {
      await sender.get(EventBus).publish('source.changed', { sourceId });
      return heard.some((event) => event.type === 'source.changed' && event.data.sourceId === sourceId);
    });
  }

  it('reach other processes', async () => {
    await sender.get(EventBus).publish('catalogue.changed', { version: 7 });
    await waitUntil('it is heard', () => heard.some((event) => event.type === 'catalogue.changed'));
    expect(heard).toContainEqual({ type: 'catalogue.changed', data: { version: 7 } });
  });

  it('refuse what does not fit the schema or the message size', async () => {
    const bus = sender.get(EventBus);
    await expect(bus.publish('catalogue.changed', { version: -1 })).rejects.toThrow();
    await expect(bus.publish('source.changed', { sourceId: 'x'.repeat(9_000) })).rejects.toThrow(/ids only/);
  });

  it('are heard again after the connection was lost', async () => {
    if (transport === 'postgres') {
      await test.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'timbre events' AND datname = current_database()`,
      );
    } else {
      const { Redis } = await import('ioredis');
      const admin = new Redis(redis!.url);
      await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      admin.disconnect();
    }
    await untilHeard('after the loss');
  });
});

it('events over postgres leave with the commit and die with a rollback', async () => {
  const test = await testDatabase({ migrations: platformMigrations });
  const app = await startTrial(test.url, undefined, false);
  const heard: AppEvent[] = [];
  try {
    const bus = app.get(EventBus);
    bus.subscribe((event) => void heard.push(event));
    await waitUntil('it listens', async () => {
      await bus.publish('settings.changed', {});
      return heard.length > 0;
    });
    const publish = (rollback: boolean): Promise<void> =>
      app.get(Database).transaction(async () => {
        await bus.publish('readings.new', { articles: rollback ? 1 : 2 });
        if (rollback) throw new RangeError('stop');
      });
    await expect(publish(true)).rejects.toThrow('stop');
    await publish(false);
    await waitUntil('the committed one is heard', () => heard.some((event) => event.type === 'readings.new'));
    expect(heard.filter((event) => event.type === 'readings.new')).toEqual([
      { type: 'readings.new', data: { articles: 2 } },
    ]);
  } finally {
    await app.close();
    await test.close();
  }
});
