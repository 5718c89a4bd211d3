import type { Span } from '@timbre/contracts';

/** Words that must occur as written; `wildcard` lets the last Latin word go on ("regulat*"). Spans point into the query. */
interface TermNode extends Span {
  type: 'term';
  text: string;
  wildcard: boolean;
  titleOnly: boolean;
}

/** Any name of a catalogue entity. */
interface EntityNode extends Span {
  type: 'entity';
  id: string;
  titleOnly: boolean;
}

/** Both sides within `distance` words of each other, in either order. */
export interface NearNode extends Span {
  type: 'near';
  distance: number;
  left: QueryNode;
  right: QueryNode;
}

interface BooleanNode extends Span {
  type: 'and' | 'or';
  parts: QueryNode[];
}

interface NotNode extends Span {
  type: 'not';
  part: QueryNode;
}

/** Syntax tree of a topic query. */
export type QueryNode = TermNode | EntityNode | NearNode | BooleanNode | NotNode;
