import type { EntityKind, Span } from '@timbre/contracts';

/** A word as the segmenter cut it. Offsets point into the document's text. */
export interface Token extends Span {
  text: string;
  /** Lower case, half width; for English also without a possessive ’s. */
  norm: string;
  kind: 'word' | 'number' | 'punctuation' | 'symbol';
}

/** A stretch of a sentence between commas, semicolons or coordinating conjunctions. */
export interface Clause extends Span {
  /** Range of token indices `[first, last)` within the sentence. */
  firstToken: number;
  lastToken: number;
}

export type SentencePlace = 'title' | 'lead' | 'body';

/** A sentence with its words; everything downstream reads sentences, never the raw text. */
export interface Sentence extends Span {
  index: number;
  paragraph: number;
  place: SentencePlace;
  /** Language of this sentence ('zh', 'en', …); a Chinese article may hold English sentences. */
  lang: string;
  tokens: Token[];
  clauses: Clause[];
}

/** One occurrence of a known entity or of a target that the caller named. */
export interface EntityOccurrence extends Span {
  entityId: string;
  kind: EntityKind | 'given';
  name: string;
  sentence: number;
  /** How it was recognised: a catalogue name, a short form after the full one, a pronoun, a role ("该公司"). */
  resolved: 'name' | 'short' | 'pronoun' | 'role';
}

/** What the first steps of the analysis say of a text; the input of sentiment, quotes and forecasts. */
export interface AnnotatedDocument {
  lang: string;
  text: string;
  sentences: Sentence[];
  /** Sorted by `from`; names only — pronouns and roles are added by coreference. */
  occurrences: EntityOccurrence[];
  /** Day of publication (ISO), where known. */
  published?: string;
}
