import type { Catalogue } from '@timbre/contracts';
import { compileCatalogue } from '../catalogue/compile-catalogue.js';
import { readText, type TextResources } from '../document/annotate.js';
import { limitText } from '../document/text-limit.js';
import { catalogueOccurrences } from '../entities/entity-readings.js';
import { evaluateQuery, type QueryMatch } from './evaluate-query.js';
import { parseQuery } from './parse-query.js';
import { queryHits } from './read-topics.js';

/** Whether a text matches, and every clause of the query that its words fulfil. */
export type TopicTest = (text: string, title?: string) => { match: boolean; why: QueryMatch[] };

/**
 * Makes a test for one query, as `timbre topic test` and the preview of a topic use it. `entity:` looks in `catalogue`.
 * @throws TopicQueryError when the query cannot be read
 */
export function createTopicTest(query: string, catalogue: Catalogue, resources: TextResources): TopicTest {
  parseQuery(query);
  const topic = { id: 'test', names: { en: 'test' }, query };
  const compiled = compileCatalogue({ ...catalogue, topics: [topic] }, resources.simplification);
  return (text, title) => {
    const read = readText(limitText(text).read, { title, catalogue: compiled, resources });
    const occurrences = catalogueOccurrences(read.document.occurrences, read.sameAs, compiled);
    const only = compiled.topics[0];
    const why = only ? evaluateQuery(only.query, queryHits(read, occurrences)) : [];
    return { match: why.length > 0, why };
  };
}
