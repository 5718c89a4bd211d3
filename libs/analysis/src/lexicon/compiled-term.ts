import type { WordForm } from './inflect-english.js';
import type { ModifierRole, PartOfSpeech } from './lexicon-entry.js';

/** A term as the matcher finds it: a valence, a modifier, or both. */
export interface CompiledTerm {
  /** The listed term (the lemma, for generated forms). */
  lemma: string;
  valence: number;
  pos: PartOfSpeech;
  form: WordForm;
  subject?: number;
  object?: number;
  modifier?: ModifierRole;
  /** Strength of the modifier; meaning depends on its role. */
  value: number;
}
