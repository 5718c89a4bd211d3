import type { Clause, Token } from './annotated-document.js';

const OPENING_ZH = new Set([
  '但',
  '但是',
  '不过',
  '然而',
  '可是',
  '却',
  '而是',
  '虽然',
  '尽管',
  '因为',
  '所以',
  '因此',
  '如果',
  '若',
  '只要',
  '除非',
]);
const OPENING_EN = new Set([
  'but',
  'while',
  'whereas',
  'although',
  'though',
  'because',
  'unless',
  'yet',
  'however',
  'if',
]);
const BREAKS = new Set([';', ':', '—', '——', '–', '--', '…', '……']);
/** 1 for each unit that an opening word begins with. */
const OPENS = new Uint8Array(0x10000);
for (const word of [...OPENING_ZH, ...OPENING_EN]) OPENS[word.charCodeAt(0)] = 1;
/** A comma in an enumeration ("cheap, fast and open") ends no clause. */
const SHORTEST_ENGLISH = 3;

function wordsBetween(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i += 1) if (tokens[i]?.kind === 'word' || tokens[i]?.kind === 'number') words += 1;
  return words;
}

function wordsAhead(tokens: readonly Token[], from: number): number {
  let words = 0;
  for (let i = from; i < tokens.length && words < SHORTEST_ENGLISH; i += 1) {
    const token = tokens[i];
    if (token?.text === ',' || token?.text === ';') break;
    if (token?.kind === 'word' || token?.kind === 'number') words += 1;
  }
  return words;
}

/** Splits the tokens of one sentence into clauses that cover them all, in order. */
export function splitClauses(tokens: readonly Token[], lang: string): Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  const close = (end: number): void => {
    const a = tokens[first];
    const b = tokens[end - 1];
    if (a && b && end > first) {
      clauses.push({ from: a.from, to: b.to, firstToken: first, lastToken: end });
      first = end;
    }
  };
  const chinese = lang === 'zh' || lang === 'ja';
  tokens.forEach((token, index) => {
    if (token.kind === 'punctuation') {
      if (BREAKS.has(token.norm)) close(index + 1);
      else if (token.norm === ',') {
        const complete =
          chinese ||
          (wordsBetween(tokens, first, index) >= SHORTEST_ENGLISH && wordsAhead(tokens, index + 1) >= SHORTEST_ENGLISH);
        if (complete) close(index + 1);
      }
    } else if (
      index > first &&
      OPENS[token.norm.charCodeAt(0)] === 1 &&
      (chinese ? OPENING_ZH.has(token.norm) : OPENING_EN.has(token.norm))
    ) {
      if (wordsBetween(tokens, first, index) > 0) close(index);
    }
  });
  close(tokens.length);
  return clauses;
}
