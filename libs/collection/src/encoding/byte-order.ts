/** What the first bytes alone say about the encoding, and how many of them are a byte order mark. */
export interface ByteOrder {
  encoding: string;
  /** Length of the byte order mark in bytes; 0 where the order shows in the pattern of zero bytes only. */
  mark: number;
}

const MARKS: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes looked at for the pattern of zero bytes. */
const SAMPLE = 512;

/**
 * The encoding told by a byte order mark, or by where the zero bytes of markup in UTF-16 or UTF-32 fall.
 *
 * Markup is mostly ASCII, whose UTF-16 has a zero in every other byte. Null for any other document.
 */
export function readByteOrder(bytes: Uint8Array): ByteOrder | null {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, mark: mark.length };
  }
  const zeros = [0, 0, 0, 0];
  const length = Math.min(bytes.length, SAMPLE) & ~3;
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index & 3]! += 1;
  const share = zeros.map((count) => count / Math.max(1, length / 4));
  const encoding = orderOfZeros(share as [number, number, number, number]);
  return encoding ? { encoding, mark: 0 } : null;
}

function orderOfZeros([a, b, c, d]: [number, number, number, number]): string | null {
  const full = 0.9;
  const half = 0.3;
  const none = 0.1;
  if (a > full && b > full && c > half && d < none) return 'utf-32be';
  if (d > full && c > full && b > half && a < none) return 'utf-32le';
  if (a > half && c > half && b < none && d < none) return 'utf-16be';
  if (b > half && d > half && a < none && c < none) return 'utf-16le';
  return null;
}
