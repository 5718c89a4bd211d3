import { createHmac, timingSafeEqual } from 'node:crypto';

/** The secret of one webhook source: the same on every process, another after `rotate`. */
export function webhookSecret(key: Buffer, sourceId: string, generation: number): string {
  return createHmac('sha256', key).update(`${sourceId}\n${generation}`).digest('base64url');
}

/** Whether a text is the expected one, told in the same time however much of it is right. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [digest(given), digest(expected)];
  return timingSafeEqual(a, b);
}

/**
 * Whether a body carries the signature of the secret: hex HMAC-SHA256 of the bytes, with or without `sha256=` in
 * front, as code hosts and payment services sign their webhooks.
 */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  const given = signature
    .trim()
    .replace(/^sha256=/i, '')
    .toLowerCase();
  return isSameSecret(given, createHmac('sha256', secret).update(body).digest('hex'));
}

const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
