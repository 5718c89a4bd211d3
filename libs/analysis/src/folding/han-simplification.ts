import { characterClasses, CharacterClass } from './character-classes.js';

/** One dictionary of OpenCC: "source target|source target" or pairs. */
export type ConversionDictionary = string | readonly (readonly [string, string])[];

/** Phrase replacements that begin with one character, longest first. */
type PhrasesByFirst = ReadonlyMap<number, readonly (readonly [string, string])[]>;

/** Traditional → simplified, by character and by phrase, ready for a left-to-right longest-match pass. */
export interface HanSimplification {
  /** Simplified unit for each unit; the unit itself where nothing changes. */
  characters: Uint16Array;
  /** Phrases with at least one traditional character, and scraping artefacts. */
  phrases: PhrasesByFirst;
  /** 1 for each unit that a phrase begins with: most characters need no look into `phrases`. */
  phraseStarts: Uint8Array;
}

export function conversionPairs(dictionary: ConversionDictionary): (readonly [string, string])[] {
  if (typeof dictionary !== 'string') return [...dictionary];
  const pairs: (readonly [string, string])[] = [];
  for (const entry of dictionary.split('|')) {
    const space = entry.indexOf(' ');
    if (space > 0) pairs.push([entry.slice(0, space), entry.slice(space + 1)]);
  }
  return pairs;
}

/**
 * Compiles what the folded view needs.
 * @param characterPairs single characters, traditional → simplified
 * @param phrasePairs words whose conversion is not that of their characters (軟體 → 软件); used only where a traditional
 *   character is part of the word, so that simplified text is never rewritten
 * @param artefacts words that scrapers leave behind (領網域 → 领域); applied always, after which both written forms fold
 */
export function compileSimplification(
  characterPairs: readonly (readonly [string, string])[],
  phrasePairs: readonly (readonly [string, string])[],
  artefacts: readonly (readonly [string, string])[],
): HanSimplification {
  const characters = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (const [source, target] of characterPairs) {
    if (source.length === 1 && target.length === 1) characters[source.charCodeAt(0)] = target.charCodeAt(0);
  }
  const simplify = (text: string): string =>
    Array.from({ length: text.length }, (_, i) => String.fromCharCode(characters[text.charCodeAt(i)] ?? 0)).join('');
  const isTraditional = (text: string): boolean => simplify(text) !== text;
  const phrases = new Map<string, string>();
  for (const [source, target] of phrasePairs) {
    const folded = simplify(target);
    const onlyHan = [...source].every((c) => characterClasses[c.charCodeAt(0)] === CharacterClass.Han);
    if (source.length > 1 && onlyHan && isTraditional(source) && folded !== simplify(source))
      phrases.set(source, folded);
  }
  for (const [source, target] of artefacts) {
    phrases.set(source, target);
    phrases.set(simplify(source), target);
  }
  const byFirst = new Map<number, (readonly [string, string])[]>();
  for (const pair of phrases) {
    const first = pair[0].charCodeAt(0);
    const list = byFirst.get(first);
    if (list) list.push(pair);
    else byFirst.set(first, [pair]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  const phraseStarts = new Uint8Array(0x10000);
  for (const first of byFirst.keys()) phraseStarts[first] = 1;
  return { characters, phrases: byFirst, phraseStarts };
}
