import { linkIsGood, signature } from '../../exports/files/signed-link.js';

/** Links to unsubscribe do not run out: a mail may be read years later. */
const never = 32_503_680_000;

export interface Subscription {
  scheduleId: string;
  address: string;
}

/** A token that ends one address's subscription to one schedule, and can do nothing else. */
export function unsubscribeToken(key: Buffer, { scheduleId, address }: Subscription): string {
  const about = `${scheduleId}.${Buffer.from(address.toLowerCase()).toString('base64url')}`;
  return `${about}.${signature(key, about, never)}`;
}

/** Null where the token is not ours. */
export function subscriptionOf(key: Buffer, token: string): Subscription | null {
  const [scheduleId = '', address = '', given = ''] = token.split('.');
  if (!linkIsGood(key, `${scheduleId}.${address}`, never, given, new Date(0))) return null;
  return { scheduleId, address: Buffer.from(address, 'base64url').toString() };
}
