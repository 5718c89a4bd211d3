import { foldText } from '../folding/fold-text.js';
import type { HanSimplification } from '../folding/han-simplification.js';
import { keysOf } from '../gazetteer/name-pattern.js';
import type { QueryNode } from './query-syntax.js';
import { parseQuery } from './parse-query.js';

/** A string that the automaton must look for on behalf of queries. */
export interface TermPattern {
  key: string;
  wildcard: boolean;
}

/** Shares the terms of many queries, so that each distinct one is searched once. */
export class TermTable {
  readonly patterns: TermPattern[] = [];
  private readonly ids = new Map<string, number>();

  id(key: string, wildcard: boolean): number {
    const name = `${wildcard ? '*' : '='}${key}`;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.patterns.length;
    this.patterns.push({ key, wildcard });
    this.ids.set(name, id);
    return id;
  }
}

/** A parsed query whose terms have numbers. */
export interface CompiledQuery {
  source: string;
  tree: QueryNode;
  /** Term numbers of each term. */
  terms: ReadonlyMap<QueryNode, readonly number[]>;
}

/** Parses a query and registers its terms. @throws TopicQueryError */
export function compileQuery(source: string, table: TermTable, simplification: HanSimplification): CompiledQuery {
  const tree = parseQuery(source);
  const terms = new Map<QueryNode, readonly number[]>();
  const visit = (node: QueryNode): void => {
    switch (node.type) {
      case 'term': {
        const folded = foldText(node.text, simplification).text;
        terms.set(
          node,
          keysOf(folded).map((key) => table.id(key, node.wildcard)),
        );
        break;
      }
      case 'near':
        visit(node.left);
        visit(node.right);
        break;
      case 'not':
        visit(node.part);
        break;
      case 'and':
      case 'or':
        node.parts.forEach(visit);
        break;
      case 'entity':
        break;
    }
  };
  visit(tree);
  return { source, tree, terms };
}
