import { MASK, type FramedParagraph } from './paragraph-mask.js';

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Ltd|Co|vs|No|U\.S|U\.K|e\.g|i\.e)|\b[A-Z])$/;

/** A sentence of a paragraph with its quotations masked; offsets are those of the text. */
export interface Frame {
  from: number;
  to: number;
  words: string;
}

/** Sentences of the frame. A quotation that ends one is followed by a capital that opens the next, unless a verb comes. */
export function englishFrames(text: string, paragraph: FramedParagraph): Frame[] {
  const { masked } = paragraph;
  const found: Frame[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = masked.slice(start, end);
    if (words.trim() !== '') found.push({ from: paragraph.from + start, to: paragraph.from + end, words });
    start = end;
  };
  for (const match of masked.matchAll(/[.!?]+(?=\s|$|\u25c7)|\u25c7(?=\s+[A-Z])/g)) {
    const end = match.index + match[0].length;
    if (match[0] === MASK) {
      const quote = paragraph.quotes.find((item) => item.close === paragraph.from + end);
      if (!quote || !/[.!?]/.test(text.charAt(quote.to - 1)) || end < start) continue;
      const lead = masked.slice(start, quote.open - paragraph.from);
      const trailing = masked.slice(end, end + 60);
      // `"…?" Altman asked` belongs to its quotation.
      if (
        lead.trim() === '' &&
        /^\s+(?:[A-Z][\w.'’-]*\s+){1,4}[a-z]+(?:ed|s|id|ote|old)\b/.test(trailing) &&
        !/[.!?]/.test(trailing.slice(0, 25))
      )
        continue;
      push(end);
    } else if (!ABBREVIATION.test(masked.slice(Math.max(0, match.index - 5), match.index))) push(end);
  }
  push(masked.length);
  return found;
}
