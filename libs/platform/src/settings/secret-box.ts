import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Thrown when sealed text was made under another TIMBRE_SECRET, for another purpose, or was changed. */
export class SealBrokenError extends Error {
  constructor() {
    super('A stored credential cannot be opened. Was TIMBRE_SECRET changed? Enter the credential again.');
    this.name = 'SealBrokenError';
  }
}

/**
 * Keys and sealed text from the installation's one secret. Each purpose gets a key of its own (HKDF, RFC 5869),
 * so a token for one thing is never good for another.
 */
export class SecretBox {
  constructor(private readonly secret: string) {}

  /** 32 bytes for one purpose, the same on every process that shares the secret. */
  key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, 'timbre', purpose, 32));
  }

  /** Encrypts and authenticates (AES-256-GCM); the result is base64url text for a database column. */
  seal(purpose: string, plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws SealBrokenError */
  open(purpose: string, sealed: string): string {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBrokenError();
    }
  }
}
