import { randomUUID } from 'node:crypto';
import type { RedisClient } from '../queue/redis-client.js';
import { askAgainMs, type HostTurns, type TurnOutcome, type TurnTerms } from './host-turns.js';

/**
 * In: KEYS[1] a hash of the host; ARGV turn, spacing, lease (ms), turns at once. Out: 0 when the turn was taken, else
 * the ms to wait. Fields of the hash are `next` and one per running turn (end of its lease), by the clock of Redis.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local fields = redis.call('HGETALL', KEYS[1])
local next, running, last = 0, 0, now + ARGV[2]
for i = 1, #fields, 2 do
  local at = tonumber(fields[i + 1])
  if fields[i] == 'next' then next = at
  elseif at <= now then redis.call('HDEL', KEYS[1], fields[i])
  else running = running + 1; last = math.max(last, at) end
end
if next > now then return next - now end
if running >= tonumber(ARGV[4]) then return ${askAgainMs} end
redis.call('HSET', KEYS[1], 'next', now + ARGV[2], ARGV[1], now + ARGV[3])
redis.call('PEXPIREAT', KEYS[1], math.max(last, now + ARGV[3]) + 1000)
return 0`;

/** In: KEYS[1] the hash; ARGV[1] ms. */
const closeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local till = now + ARGV[1]
local next = tonumber(redis.call('HGET', KEYS[1], 'next') or '0')
if next < till then redis.call('HSET', KEYS[1], 'next', till) end
if now + redis.call('PTTL', KEYS[1]) < till + 1000 then redis.call('PEXPIREAT', KEYS[1], till + 1000) end
return 0`;

/** Turns among all processes on one Redis, by its clock. One key per host, so it may be a cluster. */
export class RedisHostTurns implements HostTurns {
  constructor(
    private readonly redis: RedisClient,
    private readonly prefix: string,
  ) {}

  async take(host: string, { atOnce, spacingMs, leaseMs }: TurnTerms): Promise<TurnOutcome> {
    const turn = randomUUID();
    const waitMs = Number(
      await this.redis.eval(takeScript, 1, this.key(host), turn, Math.ceil(spacingMs), Math.ceil(leaseMs), atOnce),
    );
    return waitMs === 0 ? { turn } : { waitMs };
  }

  async giveBack(host: string, turn: string): Promise<void> {
    await this.redis.hdel(this.key(host), turn);
  }

  async close(host: string, forMs: number): Promise<void> {
    await this.redis.eval(closeScript, 1, this.key(host), Math.ceil(forMs));
  }

  private key(host: string): string {
    return `${this.prefix}:host:${host}`;
  }
}
