import type { SourceKind } from '@timbre/contracts';
import { type DoorKind, isDoor } from '../doors/door-of.js';

/** Kinds whose answer is a document of its own format. */
export type VisitedKind = Extract<SourceKind, 'feed' | 'page'>;

/** Whether Timbre goes and asks a source of this kind; the others wait to be given something. */
export function isVisited(kind: SourceKind): kind is VisitedKind | DoorKind {
  return kind === 'feed' || kind === 'page' || isDoor(kind);
}
