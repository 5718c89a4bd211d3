/** What the numbers need to know of a source. */
export interface SourceFacts {
  id: string;
  name: string;
  /** Publisher. */
  outlet: string;
  /** Relative audience, 1 = ordinary. */
  reach: number;
  /** Whether its articles are the sample coverage. */
  sample: boolean;
  /** House whose outlets count as one independent voice; absent: the outlet stands for itself. */
  family?: string;
  /** Days after which texts are removed; absent or null: kept. */
  retentionDays?: number | null;
}

/** Names and reach of all sources, removed ones included while articles of theirs exist. */
export interface SourceDirectory {
  all(): Promise<readonly SourceFacts[]>;
}

/** Injection token of `SourceDirectory`. */
export const SOURCE_DIRECTORY = Symbol('SourceDirectory');
