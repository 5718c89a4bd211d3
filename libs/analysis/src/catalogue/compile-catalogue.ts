import type { Catalogue, CatalogueEntity } from '@timbre/contracts';
import type { HanSimplification } from '../folding/han-simplification.js';
import { AhoCorasick } from '../gazetteer/aho-corasick.js';
import { namePatterns, type NamePattern } from '../gazetteer/name-pattern.js';

/** Something in a catalogue that the analysis had to leave out or decide for itself. */
export interface CatalogueProblem {
  /** Entity or topic id. */
  id: string;
  message: string;
}

/** A catalogue, ready to be looked for in texts. Make it once and keep it: compiling costs far more than one reading. */
export interface CompiledCatalogue {
  version: string;
  entities: readonly CatalogueEntity[];
  entityIndex: ReadonlyMap<string, number>;
  names: readonly NamePattern[];
  automaton: AhoCorasick;
  problems: readonly CatalogueProblem[];
}

/**
 * Compiles names into one automaton. Never throws: an alias that two entities claim is kept for both and reported.
 */
export function compileCatalogue(catalogue: Catalogue, simplification: HanSimplification): CompiledCatalogue {
  const problems: CatalogueProblem[] = [];
  const entityIndex = new Map<string, number>();
  catalogue.entities.forEach((entity, index) => {
    if (entityIndex.has(entity.id))
      problems.push({ id: entity.id, message: 'Two entities have this id; the first is used for its details.' });
    else entityIndex.set(entity.id, index);
  });
  const names = catalogue.entities.flatMap((entity, index) => namePatterns(entity, index, simplification));
  const owner = new Map<string, number>();
  for (const name of names) {
    const first = owner.get(name.key);
    if (first === undefined) owner.set(name.key, name.entity);
    else if (first !== name.entity) {
      const other = catalogue.entities[first]?.id ?? '';
      const id = catalogue.entities[name.entity]?.id ?? '';
      problems.push({
        id,
        message: `The name "${name.key}" also belongs to "${other}"; a text that has no other name of either is read as "${other}".`,
      });
    }
  }
  return {
    version: catalogue.version,
    entities: catalogue.entities,
    entityIndex,
    names,
    automaton: new AhoCorasick(names.map((name) => name.key)),
    problems,
  };
}
