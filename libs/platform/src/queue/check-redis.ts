import type { RedisClient } from './redis-client.js';

/**
 * Looks whether Redis keeps what it is given: queues want `noeviction` and an append-only file.
 *
 * @returns sentences to warn with; empty when all is well or the server hides its configuration.
 */
export async function checkRedis(redis: Pick<RedisClient, 'info'>): Promise<string[]> {
  const info = parseInfo(`${await redis.info('memory')}\n${await redis.info('persistence')}`);
  const warnings: string[] = [];
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    warnings.push(`Redis may throw jobs away: maxmemory-policy is ${policy}. Set it to noeviction.`);
  }
  if (info.get('aof_enabled') === '0') {
    warnings.push('Redis forgets jobs when it is restarted: appendonly is off. Turn it on.');
  }
  return warnings;
}

function parseInfo(text: string): Map<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1)] as const];
    }),
  );
}
