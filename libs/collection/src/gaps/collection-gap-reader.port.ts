import type { CollectionGap } from '@timbre/contracts';

/** Tells where silence is an outage. Coverage asks; collection answers from its fetch records. */
export interface CollectionGapReader {
  /** Gaps that intersect `[from, to)`, of the given sources or, when none is given, of all; oldest first. */
  gapsWithin(from: Date, to: Date, sourceIds: readonly string[]): Promise<CollectionGap[]>;
}

/** Injection token of `CollectionGapReader`. */
export const COLLECTION_GAP_READER = Symbol('CollectionGapReader');
