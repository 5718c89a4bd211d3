import type { Span } from '@timbre/contracts';
import type { EntityOccurrence } from '../document/annotated-document.js';

/** A name in the folded text and whose it is. */
export interface NamedSpan extends Span {
  entityId: string;
  kind: EntityOccurrence['kind'];
  name: string;
  resolved: 'name' | 'short';
}
