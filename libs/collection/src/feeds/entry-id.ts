import { createHash } from 'node:crypto';

/**
 * An id for an entry without one, from what does not change between polls: title, publication time and text.
 *
 * @example derivedId(['Title', '2024-01-01T00:00:00.000Z', null]) // 'urn:sha256:…'
 */
export function derivedId(parts: (string | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `urn:sha256:${hash.slice(0, 40)}`;
}
