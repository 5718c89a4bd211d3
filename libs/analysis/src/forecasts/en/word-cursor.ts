import type { Span } from '@timbre/contracts';

/** A word, a number or one punctuation mark of an English sentence; `text` is lower case. */
export interface Word extends Span {
  text: string;
}

const WORD = /[a-z]+(?:['’](?!s\b)[a-z]+)?|\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,4})?|['’]s\b|[^\sa-z\d]/giu;

/** Splits a stretch of text into words; offsets are absolute. */
export function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const at = from + match.index;
    words.push({ text: match[0].toLowerCase().replace('’', "'"), from: at, to: at + match[0].length });
  }
  return words;
}

const phraseParts = new Map<string, string[]>();

/** Phrases are split once; the grammar asks for the same ones at every word. */
function partsOf(phrase: string): string[] {
  let parts = phraseParts.get(phrase);
  if (!parts) phraseParts.set(phrase, (parts = phrase.split(' ')));
  return parts;
}

/** Reads words from left to right; every parser either advances it or leaves it where it was. */
export class WordCursor {
  constructor(
    readonly words: readonly Word[],
    public at = 0,
  ) {}

  peek(ahead = 0): string {
    return this.words[this.at + ahead]?.text ?? '';
  }

  /** Skips one of `texts` if it comes next. */
  take(...texts: string[]): string | undefined {
    const next = this.peek();
    if (!texts.includes(next)) return undefined;
    this.at += 1;
    return next;
  }

  /** Skips a whole phrase such as "by the end of", or nothing. */
  phrase(phrase: string): boolean {
    const first = this.peek();
    if (first === '' || !phrase.startsWith(first)) return false;
    const parts = partsOf(phrase);
    for (let i = 0; i < parts.length; i += 1) if (this.peek(i) !== parts[i]) return false;
    this.at += parts.length;
    return true;
  }

  anyPhrase(phrases: readonly string[]): string | undefined {
    return phrases.find((phrase) => this.phrase(phrase));
  }

  /** Runs a parser; puts the cursor back when it finds nothing. */
  attempt<T>(parse: () => T | undefined): T | undefined {
    const start = this.at;
    const found = parse();
    if (found === undefined) this.at = start;
    return found;
  }
}
