import type { Catalogue, CatalogueEntity, CatalogueTopic } from '@timbre/contracts';
import type { HanSimplification } from '../folding/han-simplification.js';
import { AhoCorasick } from '../gazetteer/aho-corasick.js';
import { namePatterns, type NamePattern } from '../gazetteer/name-pattern.js';
import { compileQuery, TermTable, type CompiledQuery, type TermPattern } from '../query/compile-query.js';
import { TopicQueryError } from '../query/topic-query-error.js';

/** Something in a catalogue that the analysis had to leave out or decide for itself. */
export interface CatalogueProblem {
  /** Entity or topic id. */
  id: string;
  message: string;
  /** Whether it is not looked for at all; otherwise the analysis decided for itself. */
  skipped: boolean;
}

/** A topic whose query was readable. */
interface CompiledTopic {
  topic: CatalogueTopic;
  query: CompiledQuery;
}

/** A catalogue, ready to be looked for in texts. Make it once and keep it: compiling costs far more than one reading. */
export interface CompiledCatalogue {
  version: string;
  entities: readonly CatalogueEntity[];
  entityIndex: ReadonlyMap<string, number>;
  names: readonly NamePattern[];
  topics: readonly CompiledTopic[];
  /** Terms of all queries; in the automaton they follow the names. */
  terms: readonly TermPattern[];
  automaton: AhoCorasick;
  problems: readonly CatalogueProblem[];
}

/**
 * Compiles names and query terms into one automaton. Never throws: an alias that two entities claim is kept for both, a
 * topic with an unreadable query is left out, and either is reported in `problems`.
 */
export function compileCatalogue(catalogue: Catalogue, simplification: HanSimplification): CompiledCatalogue {
  const problems: CatalogueProblem[] = [];
  const entityIndex = new Map<string, number>();
  catalogue.entities.forEach((entity, index) => {
    if (entityIndex.has(entity.id))
      problems.push({
        id: entity.id,
        message: 'Two entities have this id; the first is used for its details.',
        skipped: false,
      });
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
        skipped: false,
      });
    }
  }
  const table = new TermTable();
  const topics: CompiledTopic[] = [];
  for (const topic of catalogue.topics) {
    try {
      topics.push({ topic, query: compileQuery(topic.query, table, simplification) });
    } catch (error) {
      if (!(error instanceof TopicQueryError)) throw error;
      problems.push({ id: topic.id, message: `The query cannot be read. ${error.message}`, skipped: true });
    }
  }
  return {
    version: catalogue.version,
    entities: catalogue.entities,
    entityIndex,
    names,
    topics,
    terms: table.patterns,
    automaton: new AhoCorasick([...names, ...table.patterns].map((pattern) => pattern.key)),
    problems,
  };
}
