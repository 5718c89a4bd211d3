import type { Sentence } from '../document/annotated-document.js';
import type { MentionRange } from '../sentiment/mention-range.js';
import type { TargetSentence } from '../sentiment/read-target.js';
import type { SentenceTerms } from '../sentiment/sentence-terms.js';

/** One target in one sentence, with what the rules found out about it. */
export interface TargetContext {
  sentence: Sentence;
  terms: SentenceTerms;
  own: readonly MentionRange[];
  mentions: readonly MentionRange[];
  read: TargetSentence;
  /** What the rules say of the other targets of the sentence; a contrast often gives one of two the opposite. */
  rivals: readonly Rival[];
}

/** Another target of the same sentence. */
export interface Rival {
  /** Index of its first word. */
  first: number;
  sum: number;
}
