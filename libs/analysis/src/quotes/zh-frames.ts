import type { FramedParagraph } from './paragraph-mask.js';

const SENTENCE_END = /[。！!？?；;\n]/;

/** A sentence of a paragraph with its quotations masked; offsets are those of the text. */
export interface Frame {
  from: number;
  to: number;
  words: string;
}

/** Sentences of the frame; a quoted sentence after a colon ends one as well. */
export function chineseFrames(text: string, paragraph: FramedParagraph): Frame[] {
  const frames: Frame[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = paragraph.masked.slice(start, end);
    if (words.trim() !== '') frames.push({ from: paragraph.from + start, to: paragraph.from + end, words });
    start = end;
  };
  const { masked } = paragraph;
  const ends = new Set<number>();
  for (const quote of paragraph.quotes) {
    const inner = text.charAt(quote.to - 1);
    const before = masked.slice(Math.max(0, quote.open - paragraph.from - 3), quote.open - paragraph.from);
    if (/[。！!？?…]/.test(inner) && /[:：,，]\s*$/u.test(before)) ends.add(quote.close - paragraph.from);
  }
  for (let at = 0; at < masked.length; at += 1) {
    if (ends.has(at)) push(at);
    const character = masked.charAt(at);
    if (!SENTENCE_END.test(character)) continue;
    // 坚信:一是……;二是……: what a colon opens ends with the sentence.
    if (/[;；]/.test(character) && at - start < 300 && /[^\d][:：]/.test(masked.slice(start, at))) continue;
    push(at + 1);
  }
  push(masked.length);
  return frames;
}
