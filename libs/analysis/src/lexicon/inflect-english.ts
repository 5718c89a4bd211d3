import type { PartOfSpeech } from './lexicon-entry.js';

/** base: as listed; past and participle may be the same word; ing: present participle; plural or third person: s. */
export type WordForm = 'base' | 's' | 'past' | 'ing' | 'participle';
export type IrregularVerbs = ReadonlyMap<string, { past: string; participle: string }>;

const vowel = /[aeiou]/;

/** consonant–vowel–consonant at the end of a word of one syllable: the last letter doubles (drop → dropped). */
function doublesLastLetter(word: string): boolean {
  if (!/[^aeiou][aeiou][^aeiouwxy]$/.test(word)) return false;
  const groups = word.match(/[aeiouy]+/g) ?? [];
  return groups.length === 1 || /(?:mit|fer|cur|pel|bel|gret|lot|rol)$/.test(word);
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (word.endsWith('y') && !vowel.test(word.at(-2) ?? '')) return `${word.slice(0, -1)}ies`;
  if (word.endsWith('o') && !vowel.test(word.at(-2) ?? '')) return `${word}es`;
  return `${word}s`;
}

function withEd(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  if (word.endsWith('y') && !vowel.test(word.at(-2) ?? '')) return `${word.slice(0, -1)}ied`;
  return doublesLastLetter(word) ? `${word}${word.at(-1)}ed` : `${word}ed`;
}

function withIng(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`;
  if (word.endsWith('e') && !/(?:ee|oe|ye)$/.test(word)) return `${word.slice(0, -1)}ing`;
  return doublesLastLetter(word) ? `${word}${word.at(-1)}ing` : `${word}ing`;
}

/**
 * Forms of an English word or phrase: verbs inflect their first word, nouns their last, the rest stays as listed.
 * @example inflect('fall short of', 'v', irregular) // fall/falls/fell/falling/fallen short of
 */
export function inflectEnglish(term: string, pos: PartOfSpeech, irregular: IrregularVerbs): [string, WordForm][] {
  const words = term.split(' ');
  const first = words[0] ?? '';
  const rest = words.length > 1 ? ` ${words.slice(1).join(' ')}` : '';
  if (pos === 'v') {
    const verb = irregular.get(first);
    const past = verb?.past ?? withEd(first);
    return [
      [term, 'base'],
      [withS(first) + rest, 's'],
      [withIng(first) + rest, 'ing'],
      [(verb?.participle ?? past) + rest, 'participle'],
      [past + rest, 'past'],
    ];
  }
  if (pos === 'n') {
    const last = words.at(-1) ?? '';
    return [
      [term, 'base'],
      [[...words.slice(0, -1), withS(last)].join(' '), 's'],
    ];
  }
  return [[term, 'base']];
}
