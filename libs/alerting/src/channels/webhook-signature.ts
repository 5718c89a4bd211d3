import { createHmac, timingSafeEqual } from 'node:crypto';

/** A clock may be off by this much. */
const toleranceMs = 5 * 60_000;
const prefix = 'whsec_';

export interface SignedParts {
  id: string;
  /** Seconds since 1970. */
  timestamp: number;
  payload: string;
}

/**
 * Signature of a webhook as the Standard Webhooks specification wants it: `v1,` and the base64 of
 * HMAC-SHA256(secret, "id.timestamp.payload").
 *
 * @param secret base64, with or without `whsec_`
 */
export function signWebhook(secret: string, { id, timestamp, payload }: SignedParts): string {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
}

/** Whether the headers carry a signature of ours over this payload, at a time near `now` (ms). */
export function verifyWebhook(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  payload: string,
  now: number,
): boolean {
  const [id, time, signatures] = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']];
  if (secret === '' || secret === prefix || !id || !time || !signatures) return false;
  if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * 1_000) > toleranceMs) return false;
  const wanted = Buffer.from(signWebhook(secret, { id, timestamp: Number(time), payload }));
  return signatures.split(' ').some((given) => {
    const candidate = Buffer.from(given);
    return candidate.length === wanted.length && timingSafeEqual(candidate, wanted);
  });
}
