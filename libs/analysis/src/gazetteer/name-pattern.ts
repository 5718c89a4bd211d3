import type { Alias, CatalogueEntity } from '@timbre/contracts';
import { CharacterClass, characterClasses } from '../folding/character-classes.js';
import { foldText } from '../folding/fold-text.js';
import type { HanSimplification } from '../folding/han-simplification.js';
import { hanLengthOf, type EdgeRules } from './name-boundaries.js';
import { searchKey } from './search-form.js';

/** One way of writing an entity's name, as it is searched for. */
export interface NamePattern extends EdgeRules {
  entity: number;
  key: string;
  /** The spellings allowed, when capitals matter; compared with the folded text. */
  exact: readonly string[] | null;
  /** Digits only ("360"): counted as a name only next to a word for an organisation or a role. */
  numeric: boolean;
}

/** Keys under which a written name is searched: as it stands, and joined where a separator touches a digit (GPT4). */
export function keysOf(foldedName: string): string[] {
  const key = searchKey(foldedName);
  if (key === '') return [];
  const joined = key.replace(/(?<=[a-z]) (?=\d)|(?<=\d) (?=[a-z])/g, '');
  return joined === key ? [key] : [key, joined];
}

/** All ways of writing an entity that are searched for: its names and aliases, each key once. */
export function namePatterns(entity: CatalogueEntity, index: number, simplification: HanSimplification): NamePattern[] {
  const written: Alias[] = [...entity.aliases];
  const listed = new Set(entity.aliases.map((alias) => alias.text));
  for (const name of [entity.names.en, entity.names.zh]) {
    if (name !== undefined && !listed.has(name)) written.push({ text: name });
  }
  const patterns = new Map<string, NamePattern>();
  for (const alias of written) {
    const folded = foldText(alias.text, simplification).text.trim();
    for (const key of keysOf(folded)) {
      const known = patterns.get(key);
      if (known?.exact === null) continue;
      const exact = alias.caseSensitive === true ? [...(known?.exact ?? []), folded] : null;
      patterns.set(key, {
        entity: index,
        key,
        exact,
        hanLength: hanLengthOf(key),
        plural: entity.kind === 'product' || entity.kind === 'concept',
        numeric: [...key].every((c) => characterClasses[c.charCodeAt(0)] === CharacterClass.Digit),
      });
    }
  }
  return [...patterns.values()];
}
