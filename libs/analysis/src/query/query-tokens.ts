import type { Span } from '@timbre/contracts';
import { TopicQueryError } from './topic-query-error.js';

export type QueryTokenType =
  'and' | 'or' | 'not' | 'near' | 'open' | 'close' | 'phrase' | 'word' | 'title' | 'entity' | 'end';

/** A word of the query language. `value` is a phrase without its quotes, a word, an entity id or a distance. */
export interface QueryToken extends Span {
  type: QueryTokenType;
  value: string;
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '「': '」', '『': '』', '＂': '＂' };
const SPACE = /[\s\u200b\ufeff]/;
const WORD_END = /[\s()（）"“”「」『』＂\u200b\ufeff]/;
const FIELD = /^([A-Za-z]+)[:：]/;

/** Cuts a query into tokens. @throws TopicQueryError for an open quotation mark, an empty phrase or an unknown field */
export function tokenizeQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let i = 0;
  while (i < query.length) {
    const c = query.charAt(i);
    if (SPACE.test(c)) {
      i += 1;
    } else if (c === '(' || c === '（') {
      tokens.push({ type: 'open', value: c, from: i, to: i + 1 });
      i += 1;
    } else if (c === ')' || c === '）') {
      tokens.push({ type: 'close', value: c, from: i, to: i + 1 });
      i += 1;
    } else if (Object.hasOwn(QUOTES, c)) {
      i = phrase(query, i, tokens);
    } else {
      i = word(query, i, tokens);
    }
  }
  tokens.push({ type: 'end', value: '', from: query.length, to: query.length });
  return tokens;
}

function phrase(query: string, from: number, tokens: QueryToken[]): number {
  const open = query.charAt(from);
  let to = from + 1;
  while (to < query.length && query.charAt(to) !== QUOTES[open] && query.charAt(to) !== '"') to += 1;
  if (to >= query.length) {
    throw new TopicQueryError(
      from + 1,
      `This quotation mark is never closed. Add ${QUOTES[open] ?? open} after the phrase.`,
    );
  }
  const value = query.slice(from + 1, to).trim();
  if (value === '')
    throw new TopicQueryError(from + 1, 'This phrase is empty. Write the words to find between the quotation marks.');
  tokens.push({ type: 'phrase', value, from, to: to + 1 });
  return to + 1;
}

function word(query: string, from: number, tokens: QueryToken[]): number {
  if (
    (query.startsWith('-', from) || query.startsWith('－', from)) &&
    from + 1 < query.length &&
    !/[\s)）-]/.test(query.charAt(from + 1))
  ) {
    tokens.push({ type: 'not', value: '-', from, to: from + 1 });
    return from + 1;
  }
  const field = FIELD.exec(query.slice(from, from + 24));
  if (field && !query.startsWith('//', from + field[0].length)) return fieldPrefix(query, from, field[1] ?? '', tokens);
  let to = from;
  while (to < query.length && !WORD_END.test(query.charAt(to))) to += 1;
  const value = query.slice(from, to);
  const near = /^NEAR(?:\/(\d{1,9}))?$/.exec(value);
  if (value === 'AND' || value === '&&') tokens.push({ type: 'and', value, from, to });
  else if (value === 'OR' || value === '||') tokens.push({ type: 'or', value, from, to });
  else if (value === 'NOT') tokens.push({ type: 'not', value, from, to });
  else if (near) tokens.push({ type: 'near', value: near[1] ?? '10', from, to });
  else if (/^NEAR\//.test(value))
    throw new TopicQueryError(from + 1, 'NEAR needs a number of words after the slash, such as NEAR/5.');
  else tokens.push({ type: 'word', value, from, to });
  return to;
}

function fieldPrefix(query: string, from: number, name: string, tokens: QueryToken[]): number {
  const after = from + name.length + 1;
  const lower = name.toLowerCase();
  if (lower === 'title') {
    tokens.push({ type: 'title', value: lower, from, to: after });
    return after;
  }
  if (lower !== 'entity') {
    throw new TopicQueryError(
      from + 1,
      `There is no field "${name}:". Use title: or entity:, or put the words in quotation marks.`,
    );
  }
  let to = after;
  while (to < query.length && !WORD_END.test(query.charAt(to))) to += 1;
  const id = query.slice(after, to);
  if (id === '')
    throw new TopicQueryError(after + 1, 'entity: needs an id right after the colon, such as entity:openai.');
  tokens.push({ type: 'entity', value: id, from, to });
  return to;
}
