import { readFileSync } from 'node:fs';
import path from 'node:path';
import { signWebhook, verifyWebhook } from '@timbre/alerting/webhook-signature';
import type { SuiteResult } from './suite.js';

export const name = 'webhooks-standard';
export const goal = '100 %';

interface Vectors {
  sign: { secret: string; id: string; timestamp: number; payload: string; expected: string }[];
}

/** Signatures equal the standard's; what must be refused is refused, what must pass passes. */
export async function run(dir: string): Promise<SuiteResult> {
  const { sign } = JSON.parse(readFileSync(path.join(dir, 'vectors.json'), 'utf8')) as Vectors;
  const failures: string[] = [];
  let total = 0;
  const check = (label: string, holds: boolean): void => {
    total += 1;
    if (!holds) failures.push(label);
  };
  for (const { secret, id, timestamp, payload, expected } of sign) {
    const now = timestamp * 1_000;
    const good = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': expected };
    const passes = (headers: Record<string, string | undefined>, key = secret, at = now): boolean =>
      verifyWebhook(key, headers, payload, at);
    check('signature', signWebhook(secret, { id, timestamp, payload }) === expected);
    check('good', passes(good));
    check('without prefix', passes(good, secret.replace(/^whsec_/, '')));
    check('rotation', passes({ ...good, 'webhook-signature': `v1,AAAA v1a,BBBB ${expected}` }));
    check('empty secret', !passes(good, ''));
    check('missing id', !passes({ ...good, 'webhook-id': undefined }));
    check('missing timestamp', !passes({ ...good, 'webhook-timestamp': undefined }));
    check('timestamp no number', !passes({ ...good, 'webhook-timestamp': 'hello' }));
    check('too old', !passes(good, secret, now + 301_000));
    check('too new', !passes(good, secret, now - 301_000));
    check('missing signature', !passes({ ...good, 'webhook-signature': undefined }));
    check(
      'wrong signature',
      !passes({ ...good, 'webhook-signature': 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=' }),
    );
    check('partial signature', !passes({ ...good, 'webhook-signature': expected.slice(0, 8) }));
  }
  return { passed: total - failures.length, total, goalMet: failures.length === 0, failures };
}
