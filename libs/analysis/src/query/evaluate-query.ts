import type { Span } from '@timbre/contracts';
import type { CompiledQuery } from './compile-query.js';
import type { NearNode, QueryNode } from './query-syntax.js';

/** One reason for a match: the clause of the query, and the words of the text that fulfil it. */
export interface QueryMatch extends Span {
  clause: string;
}

/** What a text offers to queries. Spans point into the text and are sorted. */
export interface QueryHits {
  term(id: number): readonly Span[];
  entity(id: string): readonly Span[];
  /** End of the title; 0 without one. */
  titleTo: number;
  /** Number of the word at an offset; NEAR counts words. */
  wordAt(offset: number): number;
}

/** Most reasons of one NEAR that are listed; a text of one repeated word must not make pairs without end. */
const MOST_PAIRS = 1000;

/** Whether a text matches, and every reason why (empty when it does not). Spans are sorted and distinct. */
export function evaluateQuery(query: CompiledQuery, hits: QueryHits): QueryMatch[] {
  const matches = evaluate(query.tree, query, hits);
  if (matches === null) return [];
  const seen = new Set<string>();
  return matches
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter((match) => {
      const key = `${match.from} ${match.to} ${match.clause}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Reasons why a node holds, or null when it does not. A fulfilled NOT holds without a reason. */
function evaluate(node: QueryNode, query: CompiledQuery, hits: QueryHits): QueryMatch[] | null {
  switch (node.type) {
    case 'term':
    case 'entity':
    case 'near': {
      const spans = spansOf(node, query, hits);
      if (spans.length === 0) return null;
      const clause = query.source.slice(node.from, node.to);
      return spans.map((span) => ({ clause, from: span.from, to: span.to }));
    }
    case 'not':
      return evaluate(node.part, query, hits) === null ? [] : null;
    case 'or': {
      let held: QueryMatch[] | null = null;
      for (const part of node.parts) {
        const reasons = evaluate(part, query, hits);
        if (reasons === null) continue;
        held ??= [];
        for (const reason of reasons) held.push(reason);
      }
      return held;
    }
    case 'and': {
      const all: QueryMatch[] = [];
      for (const part of node.parts) {
        const reasons = evaluate(part, query, hits);
        if (reasons === null) return null;
        for (const reason of reasons) all.push(reason);
      }
      return all;
    }
  }
}

function inTitle(spans: readonly Span[], titleOnly: boolean, titleTo: number): readonly Span[] {
  return titleOnly ? spans.filter((span) => span.to <= titleTo) : spans;
}

function spansOf(node: QueryNode, query: CompiledQuery, hits: QueryHits): readonly Span[] {
  switch (node.type) {
    case 'term': {
      const ids = query.terms.get(node) ?? [];
      const only = ids[0];
      const spans = ids.length === 1 && only !== undefined ? hits.term(only) : ids.flatMap((id) => hits.term(id));
      return inTitle(spans, node.titleOnly, hits.titleTo);
    }
    case 'entity':
      return inTitle(hits.entity(node.id), node.titleOnly, hits.titleTo);
    case 'near':
      return nearNode(node, query, hits);
    case 'or': {
      const all: Span[] = [];
      for (const part of node.parts) for (const span of spansOf(part, query, hits)) all.push(span);
      return all;
    }
    case 'and':
    case 'not':
      return [];
  }
}

function nearNode(node: NearNode, query: CompiledQuery, hits: QueryHits): Span[] {
  const left = spansOf(node.left, query, hits);
  const right = left.length === 0 ? [] : spansOf(node.right, query, hits);
  return right.length === 0 ? [] : nearSpans(left, right, node.distance, hits);
}

/** For each left span the nearest right span on either side; both sides sorted, so one sweep is enough. */
function nearSpans(left: readonly Span[], right: readonly Span[], distance: number, hits: QueryHits): Span[] {
  const ordered = [...right].sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  let r = 0;
  for (const a of [...left].sort((x, y) => x.from - y.from)) {
    while (r < ordered.length && (ordered[r]?.from ?? 0) < a.from) r += 1;
    for (const b of [ordered[r - 1], ordered[r], ordered[r + 1]]) {
      if (b === undefined || spans.length >= MOST_PAIRS) continue;
      const [first, second] = a.from <= b.from ? [a, b] : [b, a];
      if (second.from < first.to) continue;
      const between = hits.wordAt(second.from) - hits.wordAt(Math.max(first.from, first.to - 1));
      if (between <= distance) spans.push({ from: first.from, to: second.to });
    }
  }
  return spans;
}
