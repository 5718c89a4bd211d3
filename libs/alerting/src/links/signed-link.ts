import { createHmac, timingSafeEqual } from 'node:crypto';

/** The link was not made here, or was changed on its way. */
export class ForgedLinkError extends Error {
  constructor() {
    super('This link is not valid. Open the alert in Timbre instead.');
    this.name = 'ForgedLinkError';
  }
}

/** The link was good once. */
export class ExpiredLinkError extends Error {
  constructor() {
    super('This link has expired. Open the alert in Timbre instead.');
    this.name = 'ExpiredLinkError';
  }
}

/**
 * Text that is good for a while in a link: readable, not secret, and of no use once changed.
 *
 * @param key 32 bytes, one per purpose, so that a link for one thing opens nothing else
 * @param until ms
 */
export function signLink(key: Buffer, content: string, until: number): string {
  const payload = Buffer.from(JSON.stringify([Math.floor(until / 1_000), content])).toString('base64url');
  return `${payload}.${mac(key, payload).toString('base64url')}`;
}

/**
 * The content of a signed link.
 *
 * @param now ms
 * @throws ForgedLinkError, ExpiredLinkError
 */
export function openLink(key: Buffer, link: string, now: number): string {
  const [payload = '', given = ''] = link.split('.', 2);
  const [signature, expected] = [Buffer.from(given, 'base64url'), mac(key, payload)];
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) throw new ForgedLinkError();
  // What we signed we also wrote.
  const [until, content] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [number, string];
  if (now >= until * 1_000) throw new ExpiredLinkError();
  return content;
}

const mac = (key: Buffer, payload: string): Buffer => createHmac('sha256', key).update(payload).digest();
