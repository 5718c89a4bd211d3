import type { QueryNode } from './query-syntax.js';
import { tokenizeQuery, type QueryToken, type QueryTokenType } from './query-tokens.js';
import { TopicQueryError } from './topic-query-error.js';

const LONGEST_QUERY = 10_000;
const DEEPEST = 32;
const MOST_TERMS = 500;
const FARTHEST = 100;

/**
 * Parses a topic query. AND binds closer than OR, words side by side are joined by AND, NOT and - exclude.
 * @throws TopicQueryError with the column and what to do
 * @example parseQuery('(AGI OR 通用人工智能) NEAR/8 "next year" NOT title:game')
 */
export function parseQuery(query: string): QueryNode {
  if (query.length > LONGEST_QUERY) {
    throw new TopicQueryError(
      LONGEST_QUERY + 1,
      `A query may have ${LONGEST_QUERY} characters. Split it into two topics.`,
    );
  }
  const tree = new QueryParser(tokenizeQuery(query)).parse();
  requirePositive(tree);
  return tree;
}

/** Recursive descent over the tokens; one method for each level of binding. */
class QueryParser {
  private at = 0;
  private terms = 0;
  private depth = 0;
  private titleOnly = false;

  constructor(private readonly tokens: readonly QueryToken[]) {}

  parse(): QueryNode {
    if (this.peek().type === 'end')
      throw new TopicQueryError(1, 'The query is empty. Write at least one word to look for.');
    const tree = this.or();
    const rest = this.peek();
    if (rest.type === 'close') {
      throw new TopicQueryError(
        rest.from + 1,
        'This closing parenthesis has no opening one. Remove it, or add ( before.',
      );
    }
    return tree;
  }

  private or(): QueryNode {
    const first = this.and();
    const parts = [first];
    while (this.peek().type === 'or') {
      this.take();
      parts.push(this.and());
    }
    return this.group('or', parts, first);
  }

  private and(): QueryNode {
    const first = this.unary();
    const parts = [first];
    for (;;) {
      const type = this.peek().type;
      if (type === 'and') this.take();
      else if (type === 'end' || type === 'close' || type === 'or') break;
      parts.push(this.unary());
    }
    return this.group('and', parts, first);
  }

  private unary(): QueryNode {
    const token = this.peek();
    if (token.type !== 'not') return this.near();
    this.take();
    return this.nested(token, () => {
      const part = this.unary();
      return { type: 'not', part, from: token.from, to: part.to };
    });
  }

  private near(): QueryNode {
    let left = this.primary();
    while (this.peek().type === 'near') {
      const operator = this.take();
      const distance = Number(operator.value);
      if (distance < 1 || distance > FARTHEST) {
        throw new TopicQueryError(operator.from + 1, `NEAR takes 1 to ${FARTHEST} words, such as NEAR/5.`);
      }
      const right = this.primary();
      for (const side of [left, right]) requireNearable(side);
      left = { type: 'near', distance, left, right, from: left.from, to: right.to };
    }
    return left;
  }

  private primary(): QueryNode {
    const token = this.take();
    switch (token.type) {
      case 'open':
        return this.nested(token, () => this.parenthesis(token));
      case 'title':
        return this.nested(token, () => this.title(token));
      case 'entity':
        this.count(token);
        return { type: 'entity', id: token.value, titleOnly: this.titleOnly, from: token.from, to: token.to };
      case 'phrase':
      case 'word':
        return this.term(token);
      default:
        throw new TopicQueryError(token.from + 1, missing(token.type, this.tokens[this.at - 2]?.type));
    }
  }

  private parenthesis(open: QueryToken): QueryNode {
    if (this.peek().type === 'close')
      throw new TopicQueryError(
        open.from + 1,
        'There is nothing between these parentheses. Remove them, or write words inside.',
      );
    const inside = this.or();
    const close = this.take();
    if (close.type !== 'close') {
      throw new TopicQueryError(open.from + 1, 'This parenthesis is never closed. Add ) where the group ends.');
    }
    return { ...inside, from: open.from, to: close.to };
  }

  private title(token: QueryToken): QueryNode {
    const outer = this.titleOnly;
    this.titleOnly = true;
    const next = this.peek().type;
    if (next !== 'word' && next !== 'phrase' && next !== 'open' && next !== 'entity') {
      throw new TopicQueryError(
        token.to + 1,
        'title: needs a word, a phrase or a group right after it, such as title:AGI.',
      );
    }
    const part = this.primary();
    this.titleOnly = outer;
    return { ...part, from: token.from };
  }

  private term(token: QueryToken): QueryNode {
    this.count(token);
    const wildcard = /[\p{L}\p{N}][*＊]$/u.test(token.value);
    const text = wildcard ? token.value.slice(0, -1) : token.value;
    const star = text.search(/[*＊]/);
    if (star >= 0) {
      throw new TopicQueryError(
        token.from + star + (token.type === 'phrase' ? 2 : 1),
        'A * may only stand at the end of a word, such as regulat*.',
      );
    }
    if (!/[\p{L}\p{N}\p{S}]/u.test(text)) {
      throw new TopicQueryError(token.from + 1, `"${token.value}" holds no letter or digit to look for. Remove it.`);
    }
    return { type: 'term', text, wildcard, titleOnly: this.titleOnly, from: token.from, to: token.to };
  }

  private group(type: 'and' | 'or', parts: QueryNode[], first: QueryNode): QueryNode {
    const last = parts[parts.length - 1] ?? first;
    return parts.length === 1 ? first : { type, parts, from: first.from, to: last.to };
  }

  private nested(token: QueryToken, read: () => QueryNode): QueryNode {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new TopicQueryError(
        token.from + 1,
        `Groups may be nested ${DEEPEST} deep. Take this part out of its parentheses.`,
      );
    }
    const node = read();
    this.depth -= 1;
    return node;
  }

  private count(token: QueryToken): void {
    this.terms += 1;
    if (this.terms > MOST_TERMS) {
      throw new TopicQueryError(token.from + 1, `A query may have ${MOST_TERMS} terms. Split it into two topics.`);
    }
  }

  private peek(): QueryToken {
    return this.tokens[this.at] ?? { type: 'end', value: '', from: 0, to: 0 };
  }

  private take(): QueryToken {
    const token = this.peek();
    if (token.type !== 'end') this.at += 1;
    return token;
  }
}

function missing(type: QueryTokenType, before: QueryTokenType | undefined): string {
  if (type === 'end') return 'The query stops where a word is expected. Add a word, or remove the last operator.';
  if (type === 'close')
    return before === 'open'
      ? 'There is nothing between these parentheses.'
      : 'A word is expected before this parenthesis. Add one, or remove the operator before it.';
  return 'An operator needs a word on each side. Add the missing word, or put the operator in quotation marks to look for it.';
}

function requireNearable(node: QueryNode): void {
  if (node.type === 'not' || node.type === 'and') {
    throw new TopicQueryError(
      node.from + 1,
      'NEAR joins words, phrases or groups of alternatives (OR). Take AND and NOT out of it.',
    );
  }
  if (node.type === 'or') node.parts.forEach(requireNearable);
  if (node.type === 'near') [node.left, node.right].forEach(requireNearable);
}

/** A query that only excludes would match nearly every text, and could show no reason for a match. */
function requirePositive(node: QueryNode): void {
  const positive = (part: QueryNode): boolean => {
    if (part.type === 'not') return false;
    if (part.type === 'and') return part.parts.some(positive);
    return part.type === 'or' ? part.parts.every(positive) : true;
  };
  if (!positive(node)) {
    throw new TopicQueryError(
      node.from + 1,
      'The query only says what must not occur. Add a word that must, before NOT.',
    );
  }
}
