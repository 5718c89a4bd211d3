import { createHash } from 'node:crypto';

/**
 * An id made from an English name: lower case, words joined by hyphens. Names without any Latin letter or digit get
 * a short fingerprint, so that equal names still meet.
 *
 * @example itemId('Mira Murati') // 'mira-murati'
 */
export function itemId(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const id = words?.join('-').slice(0, 80) ?? '';
  return id === '' ? `n${createHash('sha256').update(name.normalize('NFKC')).digest('hex').slice(0, 12)}` : id;
}
