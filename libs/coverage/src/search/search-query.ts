import { InvalidInputError } from '@timbre/platform';
import { isCjk, searchTerms } from './search-terms.js';
import { quoteLexeme } from './search-vector.js';

type Piece = { kind: '(' | ')' | 'or' | 'not' } | { kind: 'text'; text: string; title: boolean; prefix: boolean };

const pieceAt = /\s*(?:([()])|(-)?(title:)?(?:"([^"]*)"?|([^\s()"]+)))/gy;
const mostDepth = 50;

/**
 * Translates what a person types into a tsquery: words are joined by AND; `OR`, `-word` or `NOT`, parentheses,
 * "phrases", `title:word`, `word*`. Chinese words become phrases of character pairs. Our own grammar: nothing of
 * the input is passed on but quoted lexemes.
 *
 * @returns null when the input holds nothing that can be searched for.
 * @throws InvalidInputError at `q` for unbalanced parentheses.
 * @example searchQuery('title:人工智能 -Sora') // ('人工':A <-> '工智':A <-> '智能':A) & !('sora')
 */
export function searchQuery(input: string): string | null {
  const pieces = readPieces(input);
  let at = 0;
  const parseOr = (depth: number): string | null => {
    if (depth > mostDepth) throw new InvalidInputError([{ path: 'q', message: 'has too many parentheses' }]);
    const alternatives = [parseAnd(depth)];
    while (pieces[at]?.kind === 'or') {
      at += 1;
      alternatives.push(parseAnd(depth));
    }
    return join(alternatives, ' | ');
  };
  const parseAnd = (depth: number): string | null => {
    const parts: (string | null)[] = [];
    for (let piece = pieces[at]; piece !== undefined && piece.kind !== 'or' && piece.kind !== ')'; piece = pieces[at]) {
      let negated = false;
      while (pieces[at]?.kind === 'not') {
        negated = !negated;
        at += 1;
      }
      const operand = parseOperand(depth);
      parts.push(operand !== null && negated ? `!(${operand})` : operand);
    }
    return join(parts, ' & ');
  };
  const parseOperand = (depth: number): string | null => {
    const piece = pieces[at];
    if (piece?.kind === 'text') {
      at += 1;
      return phrase(piece.text, piece.title, piece.prefix);
    }
    if (piece?.kind !== '(') return null;
    at += 1;
    const inner = parseOr(depth + 1);
    if (pieces[at]?.kind !== ')') throw new InvalidInputError([{ path: 'q', message: 'lacks a closing parenthesis' }]);
    at += 1;
    return inner;
  };
  const query = parseOr(0);
  if (at < pieces.length) throw new InvalidInputError([{ path: 'q', message: 'has a closing parenthesis too many' }]);
  return query;
}

function readPieces(input: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, parenthesis, minus, title, quoted, word] of input.matchAll(pieceAt)) {
    if (parenthesis === '(' || parenthesis === ')') pieces.push({ kind: parenthesis });
    else if (word === 'OR' && title === undefined && minus === undefined) pieces.push({ kind: 'or' });
    else if (word === 'NOT' && title === undefined && minus === undefined) pieces.push({ kind: 'not' });
    else if (word === 'AND' && title === undefined && minus === undefined) continue;
    else {
      if (minus !== undefined) pieces.push({ kind: 'not' });
      const text = quoted ?? word ?? '';
      pieces.push({
        kind: 'text',
        text,
        title: title !== undefined,
        prefix: quoted === undefined && text.endsWith('*'),
      });
    }
  }
  return pieces;
}

function phrase(text: string, title: boolean, prefix: boolean): string | null {
  const terms = searchTerms(text, 1, 200);
  const last = terms.length - 1;
  // The lone last character of a CJK run is for single-character queries only; pairs already cover longer ones.
  const lexemes = terms.filter(({ lexeme }, index) => index === 0 || !isLoneEnd(terms[index - 1]?.lexeme, lexeme));
  if (lexemes.length === 0) return null;
  return lexemes
    .map(({ lexeme }, index) => {
      const single = terms.length === 1 && isCjkCharacter(lexeme);
      const flags = `${(prefix && index === last) || single ? '*' : ''}${title ? 'A' : ''}`;
      const gap = index === 0 ? '' : ` <${(lexemes[index]?.position ?? 0) - (lexemes[index - 1]?.position ?? 0)}> `;
      return `${gap}${quoteLexeme(lexeme)}${flags === '' ? '' : `:${flags}`}`;
    })
    .join('');
}

const isCjkCharacter = (lexeme: string): boolean => {
  const codePoint = lexeme.codePointAt(0) ?? 0;
  return isCjk(codePoint) && lexeme.length === String.fromCodePoint(codePoint).length;
};

const isLoneEnd = (before: string | undefined, lexeme: string): boolean =>
  isCjkCharacter(lexeme) &&
  before !== undefined &&
  before !== lexeme &&
  before.endsWith(lexeme) &&
  [...before].length === 2;

function join(parts: readonly (string | null)[], operator: string): string | null {
  const present = parts.filter((part) => part !== null);
  if (present.length === 0) return null;
  return present.length === 1 ? (present[0] ?? null) : `(${present.join(operator)})`;
}
