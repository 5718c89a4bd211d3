/** n noun, v verb, a adjective, d adverb, i idiom or fixed phrase, x other. */
export const partsOfSpeech = ['n', 'v', 'a', 'd', 'i', 'x'] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];

/** One line of a lexicon file: how a reader of news feels about whoever the term is said of. */
export interface LexiconEntry {
  term: string;
  /** −4 … +4; 0 blocks a wrong shorter match. */
  valence: number;
  pos: PartOfSpeech;
  /** Valences for the grammatical subject and object of an event verb in the active voice. */
  subject?: number;
  object?: number;
  /** File and line, for messages. */
  source: string;
}

export const modifierRoles = [
  'intensifier',
  'diminisher',
  'negator',
  'contrast',
  'concession',
  'conditional',
  'counterfactual',
  'question',
  'modal-possible',
  'modal-likely',
  'comparative',
  'scare',
  'expectation',
  'quantity',
  'topic',
] as const;
export type ModifierRole = (typeof modifierRoles)[number];

/** A word that changes how other words count instead of carrying a valence of its own. */
export interface ModifierEntry {
  term: string;
  role: ModifierRole;
  value: number;
  source: string;
}

/** A lexicon file holds a line that cannot be read; the message names file, line and what to change. */
export class LexiconFormatError extends Error {
  override readonly name = 'LexiconFormatError';
}
