import { foldCharacter, TRADITIONAL_PATTERN } from '../forecasts/zh/compact-text.js';
import type { MaskedParagraph } from './attribution.js';
import { quotedWords, type QuotedWords } from './quote-marks.js';

/** Stands for each quoted character. */
export const MASK = '\u25c7';

export interface FramedParagraph extends MaskedParagraph {
  quotes: QuotedWords[];
}

/** Cuts a text into paragraphs and masks what stands between quotation marks. */
export function framedParagraphs(text: string): FramedParagraph[] {
  const paragraphs: FramedParagraph[] = [];
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    if (to > from) paragraphs.push(frame(text, from, to));
    from = to + 1;
  }
  return paragraphs;
}

function frame(text: string, from: number, to: number): FramedParagraph {
  const quotes = quotedWords(text, from, to);
  const parts: string[] = [];
  let at = from;
  for (const quote of quotes) {
    parts.push(text.slice(at, quote.open), MASK.repeat(quote.close - quote.open));
    at = quote.close;
  }
  parts.push(text.slice(at, to));
  return { from, to, masked: parts.join('').replace(TRADITIONAL_PATTERN, foldCharacter), quotes };
}
