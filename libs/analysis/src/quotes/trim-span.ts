import type { Span } from '@timbre/contracts';

/** `[from, to)` without white space and punctuation of the frame at both ends; an opening mark at the end goes too. */
export function trimSpan(text: string, from: number, to: number): Span {
  while (from < to && /[\s,，:：;]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,，.。;；:：!！?、"“]/.test(text.charAt(to - 1))) to -= 1;
  return { from, to };
}
