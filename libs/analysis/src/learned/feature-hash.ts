/** FNV-1a over UTF-16 code units: stable on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Joins two hashes into one that depends on their order. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x1b873593) ^ (hash >>> 16);
}
