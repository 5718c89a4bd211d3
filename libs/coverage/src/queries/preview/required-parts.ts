import { parseQuery } from '@timbre/analysis';

/** One part of a query that must be fulfilled, and the query without it. */
interface RequiredPart {
  clause: string;
  without: string;
}

/** A query has this many parts at most that are left out in turn. */
const mostParts = 4;

/** The parts that a query joins by AND, each with the rest; none where the query is not of that form. */
export function requiredParts(query: string): RequiredPart[] {
  const tree = parseQuery(query);
  if (tree.type !== 'and') return [];
  const parts = tree.parts.map((part) => ({ positive: part.type !== 'not', clause: query.slice(part.from, part.to) }));
  const positive = parts.filter((part) => part.positive);
  if (positive.length < 2) return [];
  return positive.slice(0, mostParts).map((left) => ({
    clause: left.clause,
    without: parts
      .filter((part) => part !== left)
      .map(({ clause }) => clause)
      .join(' AND '),
  }));
}
