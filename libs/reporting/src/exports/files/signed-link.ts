import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 over what may be fetched and until when, base64url. */
export function signature(key: Buffer, subject: string, expires: number): string {
  return createHmac('sha256', key).update(`${subject}\n${expires}`).digest('base64url');
}

/**
 * Whether a signed link is ours, whole and still good.
 *
 * @param expires - Unix seconds.
 */
export function linkIsGood(key: Buffer, subject: string, expires: number, given: string, now: Date): boolean {
  const wanted = Buffer.from(signature(key, subject, expires));
  const got = Buffer.from(given);
  return got.length === wanted.length && timingSafeEqual(got, wanted) && now.getTime() < expires * 1000;
}
