import type { Span } from '@timbre/contracts';

/** Words between quotation marks; `from`/`to` are the words, `open`/`close` include the marks. */
export interface QuotedWords extends Span {
  open: number;
  close: number;
}

const OPENING = /[“「『‘«„〝"']/g;
const CLOSING: Record<string, string> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '‘': '’',
  '«': '»',
  '„': '“',
  '〝': '〞',
  '"': '"',
};
/** Longest stretch between two marks that still belong together. */
const MAX_LENGTH = 2000;
/** So many marks that never close are noise; the rest of the paragraph is read without quotations. */
const MAX_UNCLOSED = 20;

/**
 * Pairs the quotation marks of one paragraph `[from, to)`; the outermost pair counts. A mark that is never closed reaches to
 * the end of the paragraph when it opens it (quotations of several paragraphs), and is no quotation otherwise.
 */
export function quotedWords(text: string, from: number, to: number): QuotedWords[] {
  const found: QuotedWords[] = [];
  let at = from;
  let unclosed = 0;
  while (at < to) {
    OPENING.lastIndex = at;
    const next = OPENING.exec(text)?.index;
    if (next === undefined || next >= to) break;
    at = next;
    const mark = openingMark(text, at, from);
    if (!mark) {
      at += 1;
      continue;
    }
    const close = closingMark(text, at, to, mark);
    if (close === undefined) {
      if (text.slice(from, at).trim() === '' && mark !== '’' && to - at > 12) found.push(trimmed(text, at, to, to));
      at += 1;
      unclosed += 1;
      if (unclosed > MAX_UNCLOSED) break;
      continue;
    }
    found.push(trimmed(text, at, close, close + 1));
    at = close + 1;
  }
  return found.filter((quote) => quote.to > quote.from);
}

/** The mark that closes what opens at `at`, or undefined when nothing opens. */
function openingMark(text: string, at: number, paragraph: number): string | undefined {
  const character = text.charAt(at);
  if (character === "'" || character === '‘') {
    const before = at > paragraph ? text.charAt(at - 1) : ' ';
    if (/[\p{L}\p{N}]/u.test(before) && !/[\u4e00-\u9fff]/.test(before)) return undefined;
    if (!/\S/.test(text.charAt(at + 1))) return undefined;
    return character === '‘' ? '’' : "'";
  }
  return CLOSING[character];
}

function closingMark(text: string, open: number, to: number, mark: string): number | undefined {
  const opening = text.charAt(open);
  const end = Math.min(to, open + MAX_LENGTH);
  let depth = 0;
  for (let at = open + 1; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === opening && opening !== mark) depth += 1;
    else if (character === mark && isClosing(text, at, mark)) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}

/** An apostrophe inside a word closes nothing. */
function isClosing(text: string, at: number, mark: string): boolean {
  if (mark !== "'" && mark !== '’') return true;
  const next = text.charAt(at + 1);
  return (
    !/[a-z0-9]/i.test(next) &&
    /[\p{P}\p{L}\p{N}]/u.test(text.charAt(at - 1)) &&
    !/^s?\s+[a-z]+['’](?=[\s,.])/i.test(text.slice(at + 1, at + 1))
  );
}

function trimmed(text: string, open: number, last: number, close: number): QuotedWords {
  let from = open + 1;
  let to = last;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { from, to, open, close };
}
