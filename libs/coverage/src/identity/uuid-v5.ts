import { createHash } from 'node:crypto';

/** Namespaces of Timbre's name-based ids; random once, fixed for ever. */
const namespaces = {
  url: '6f1d3a52-8d0b-4c0e-9a57-3b7c1f3f2a10',
  content: '0b8e7a7e-52c9-4f83-8f0a-6a5d1c9e4b21',
  story: 'c94b1f60-3a7d-4e62-b1d8-7e2a90f5d332',
} as const;

const namespaceBytes = Object.fromEntries(
  Object.entries(namespaces).map(([key, uuid]) => [key, Buffer.from(uuid.replaceAll('-', ''), 'hex')]),
) as Record<keyof typeof namespaces, Buffer>;

/** Name-based UUID, version 5 (RFC 9562 §5.5). */
export function uuidV5(namespace: keyof typeof namespaces, name: string): string {
  const digest = createHash('sha1').update(namespaceBytes[namespace]).update(name, 'utf8').digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
