import { CharTrie } from './char-trie.js';
import { CharacterValence } from './character-valence.js';
import type { CompiledTerm } from './compiled-term.js';
import { inflectEnglish, type IrregularVerbs } from './inflect-english.js';
import type { LexiconEntry, ModifierEntry } from './lexicon-entry.js';
import { PhraseIndex } from './phrase-index.js';

/** The words of all lexicon files of one language. */
export interface LexiconSource {
  /** Our own entries; they correct the borrowed ones. */
  entries: LexiconEntry[];
  modifiers: ModifierEntry[];
  /** Word lists of others (VADER, AFINN); where two rate a word, the mean counts. */
  borrowed?: LexiconEntry[][];
}

/** What the sentiment rules look words up in; build it once and share it. */
export interface CompiledLexicons {
  zh: CharTrie<CompiledTerm>;
  en: PhraseIndex<CompiledTerm>;
  /** For Chinese words that are not listed. */
  characters: CharacterValence;
}

function compiledEntry(entry: LexiconEntry): CompiledTerm {
  return {
    lemma: entry.term,
    valence: entry.valence,
    pos: entry.pos,
    form: 'base',
    value: 1,
    ...(entry.subject === undefined ? {} : { subject: entry.subject }),
    ...(entry.object === undefined ? {} : { object: entry.object }),
  };
}

/** 优于 (1) and 不如 (−1) say who is the better one; 比 (0) leaves that to the adjective. */
function comparison(value: number): Partial<CompiledTerm> {
  if (Math.abs(value) !== 1) return {};
  return { pos: 'v', subject: 2 * value, object: -1.6 * value };
}

function withModifier(known: CompiledTerm | undefined, modifier: ModifierEntry): CompiledTerm {
  const base: CompiledTerm = known ?? { lemma: modifier.term, valence: 0, pos: 'x', form: 'base', value: 1 };
  if (modifier.role === 'expectation') {
    // "below expectations" says something by itself; an entry that rates it wins.
    return known ?? { ...base, valence: modifier.value, pos: 'i' };
  }
  const compared = modifier.role === 'comparative' && known === undefined ? comparison(modifier.value) : {};
  return { ...base, ...compared, modifier: modifier.role, value: modifier.value };
}

function compileChinese(source: LexiconSource): CharTrie<CompiledTerm> {
  const terms = new Map<string, CompiledTerm>();
  for (const entry of source.entries) terms.set(entry.term, compiledEntry(entry));
  for (const modifier of source.modifiers) terms.set(modifier.term, withModifier(terms.get(modifier.term), modifier));
  return new CharTrie(terms);
}

function borrowedValences(lists: LexiconEntry[][]): Map<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const list of lists) {
    for (const { term, valence } of list) {
      const known = sums.get(term) ?? { sum: 0, n: 0 };
      sums.set(term, { sum: known.sum + valence, n: known.n + 1 });
    }
  }
  return new Map([...sums].map(([term, { sum, n }]) => [term, sum / n]));
}

const owners = ['their', 'his', 'her', 'our', 'my', 'the'];

/** "raise its forecast" is listed; "raised their forecast" is meant too. */
function withOtherOwners(phrase: string): string[] {
  return phrase.includes(' its ') ? owners.map((owner) => phrase.replace(' its ', ` ${owner} `)) : [];
}

function compileEnglish(source: LexiconSource, irregular: IrregularVerbs): PhraseIndex<CompiledTerm> {
  const index = new PhraseIndex<CompiledTerm>();
  for (const [term, valence] of borrowedValences(source.borrowed ?? [])) {
    index.set(term, { lemma: term, valence, pos: 'x', form: 'base', value: 1 });
  }
  const listed = new Set(source.entries.map((entry) => entry.term));
  for (const entry of source.entries) {
    const compiled = compiledEntry(entry);
    for (const [word, form] of inflectEnglish(entry.term, entry.pos, irregular)) {
      if (form !== 'base' && listed.has(word)) continue;
      index.set(word, { ...compiled, form });
      for (const other of withOtherOwners(word)) if (!listed.has(other)) index.set(other, { ...compiled, form });
    }
  }
  for (const modifier of source.modifiers) {
    index.set(modifier.term, withModifier(index.get(modifier.term), modifier));
  }
  return index;
}

/** Compiles lexicon entries into the two indexes of the matcher. Later entries replace earlier ones. */
export function compileLexicons(
  sources: { zh: LexiconSource; en: LexiconSource },
  irregular: IrregularVerbs,
): CompiledLexicons {
  return {
    zh: compileChinese(sources.zh),
    en: compileEnglish(sources.en, irregular),
    characters: new CharacterValence(sources.zh.entries),
  };
}
