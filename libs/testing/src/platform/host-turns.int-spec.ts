import {
  type HostTurns,
  HostTurnRepository,
  InProcessHostTurns,
  platformMigrations,
  RedisHostTurns,
  type TurnTerms,
} from '@timbre/platform';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../postgres/test-database.js';
import { testRedis } from '../redis/test-redis.js';
import { waitUntil } from '../wait-until.js';

const terms: TurnTerms = { atOnce: 2, spacingMs: 0, leaseMs: 60_000 };
const later = 3_600_000;

/** Real: PostgreSQL and Redis. Two instances on one store stand for two processes. */
describe.each(['one process', 'postgres', 'redis'] as const)('turns at a host over %s', (store) => {
  let here: HostTurns;
  let there: HostTurns;
  let close: () => Promise<unknown> = async () => undefined;

  beforeAll(async () => {
    if (store === 'one process') {
      here = there = new InProcessHostTurns();
    } else if (store === 'postgres') {
      const test = await testDatabase({ migrations: platformMigrations });
      close = () => test.close();
      here = new HostTurnRepository(test.database);
      there = new HostTurnRepository(test.database);
    } else {
      const server = await testRedis();
      const clients = [new Redis(server.url), new Redis(server.url)] as const;
      close = () => {
        for (const client of clients) client.disconnect();
        return server.close();
      };
      here = new RedisHostTurns(clients[0], 'test');
      there = new RedisHostTurns(clients[1], 'test');
    }
  });
  afterAll(() => close());

  const taken = async (turns: HostTurns, host: string, own: TurnTerms = terms): Promise<string> => {
    const outcome = await turns.take(host, own);
    if (!('turn' in outcome)) throw new Error(`no turn for ${outcome.waitMs} ms`);
    return outcome.turn;
  };

  it('gives two at a time, counted over all processes', async () => {
    const outcomes = await Promise.all([here, there, here, there, here].map((turns) => turns.take('busy', terms)));
    const turns = outcomes.flatMap((outcome) => ('turn' in outcome ? [outcome.turn] : []));
    expect(turns).toHaveLength(2);
    await here.giveBack('busy', turns[0] ?? '');
    await taken(there, 'busy');
    expect(await here.take('busy', terms)).toHaveProperty('waitMs');
    await taken(there, 'another');
  });

  it('leaves the spacing between two starts and says how much of it is left', async () => {
    await here.giveBack('spaced', await taken(here, 'spaced', { ...terms, spacingMs: later }));
    const outcome = await there.take('spaced', terms);
    expect(outcome).toHaveProperty('waitMs');
    const { waitMs } = outcome as { waitMs: number };
    expect(waitMs).toBeGreaterThan(later - 60_000);
    expect(waitMs).toBeLessThanOrEqual(later);
  });

  it('takes a turn back whose process is gone', async () => {
    await taken(here, 'crashed', { ...terms, leaseMs: 1 });
    await taken(here, 'crashed', { ...terms, leaseMs: 1 });
    await waitUntil('the leases have run out', async () => 'turn' in (await there.take('crashed', terms)));
  });

  it('keeps a host closed that asked for it, for the longest that it asked', async () => {
    await here.close('shut', later);
    await there.close('shut', 1);
    const outcome = await there.take('shut', terms);
    expect((outcome as { waitMs: number }).waitMs).toBeGreaterThan(later - 60_000);
  });
});
