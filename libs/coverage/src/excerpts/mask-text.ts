import type { Span } from '@timbre/contracts';

/**
 * A text of the same length in which only the given passages can be read: offsets into the text stay true. What is
 * hidden becomes an ellipsis and spaces.
 *
 * @param kept in order, without overlaps
 */
export function maskText(text: string, kept: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of [...kept, { from: text.length, to: text.length }]) {
    masked += hidden(from - at) + text.slice(from, to);
    at = to;
  }
  return masked;
}

function hidden(length: number): string {
  if (length <= 0) return '';
  return `…${' '.repeat(length - 1)}`;
}
