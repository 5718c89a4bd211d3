import type { SourceKind } from '@timbre/contracts';

/** Kinds that Timbre goes and asks. */
export type VisitedKind = Extract<SourceKind, 'feed' | 'page'>;

/** Whether Timbre goes and asks a source of this kind; the others wait to be given something. */
export function isVisited(kind: SourceKind): kind is VisitedKind {
  return kind === 'feed' || kind === 'page';
}
