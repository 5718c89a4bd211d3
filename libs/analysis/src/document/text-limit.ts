import type { Reading } from '@timbre/contracts';

/** Longest text that is read, in UTF-16 code units: about a long novel. What follows is kept but not read. */
const LONGEST_READ = 1_000_000;

/** The part of a text that is read, and what to say of the rest. */
export function limitText(text: string): { read: string; skipped: Reading['skipped'] } {
  if (text.length <= LONGEST_READ) return { read: text, skipped: [] };
  const last = text.charCodeAt(LONGEST_READ - 1);
  const to = last >= 0xd800 && last <= 0xdbff ? LONGEST_READ - 1 : LONGEST_READ;
  const reason = `The text is longer than ${LONGEST_READ} characters; the rest was not read.`;
  return { read: text.slice(0, to), skipped: [{ reason, from: to, to: text.length }] };
}
