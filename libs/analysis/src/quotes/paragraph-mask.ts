import { foldCharacters } from '../forecasts/zh/compact-text.js';
import type { MaskedParagraph } from './attribution.js';
import { quotedWords, type QuotedWords } from './quote-marks.js';

/** Stands for each quoted character. */
export const MASK = '\u25c7';

/** Keeps the work linear in texts without line breaks. */
const MAX_PARAGRAPH = 1500;

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
    for (let at = from; at < to;) {
      const end = pieceEnd(text, at, to);
      paragraphs.push(frame(text, at, end));
      at = end;
    }
    from = to + 1;
  }
  return paragraphs;
}

/** A paragraph of ordinary length is one piece; longer ones are cut after a sentence, or anywhere. */
function pieceEnd(text: string, from: number, to: number): number {
  if (to - from <= MAX_PARAGRAPH) return to;
  for (let at = from + MAX_PARAGRAPH; at > from + MAX_PARAGRAPH / 2; at -= 1) {
    if (/[。！？!?.;；]/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at))) return at;
  }
  return from + MAX_PARAGRAPH;
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
  return { from, to, masked: foldCharacters(parts.length === 1 ? (parts[0] ?? '') : parts.join(''), false), quotes };
}
