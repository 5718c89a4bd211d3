import type { SourceKind } from '@timbre/contracts';

/** Whether Timbre goes and asks a source of this kind; the others wait to be given something. */
export function isVisited(kind: SourceKind): boolean {
  return kind !== 'file' && kind !== 'push';
}
