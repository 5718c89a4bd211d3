import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for cookies, tokens and one-time links. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/**
 * What the database keeps of a secret. A plain hash is enough where the secret itself is random: there is nothing to
 * guess, and a leaked table opens no door.
 */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
