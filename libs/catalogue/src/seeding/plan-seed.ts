import type { Catalogue, CatalogueEntity, CatalogueTopic } from '@timbre/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { LastEdit } from '../editing/catalogue-edit.repository.js';

interface SeedPlan {
  entities: CatalogueEntity[];
  topics: CatalogueTopic[];
}

/**
 * What of the shipped catalogue must be written: items that were never there, and items that a newer release ships
 * differently. What a person changed or removed stays as that person left it.
 */
export function planSeed(shipped: Catalogue, stored: Catalogue, edits: readonly LastEdit[]): SeedPlan {
  const theirs = new Set(edits.filter(({ byUser }) => byUser).map(({ kind, itemId }) => `${kind}:${itemId}`));
  const entities = new Map(stored.entities.map((entity) => [entity.id, entity]));
  const topics = new Map(stored.topics.map((topic) => [topic.id, topic]));
  return {
    entities: shipped.entities.filter(
      (entity) =>
        !theirs.has(`entity:${entity.id}`) && !isDeepStrictEqual(plain(entity), plain(entities.get(entity.id))),
    ),
    topics: shipped.topics.filter(
      (topic) => !theirs.has(`topic:${topic.id}`) && !isDeepStrictEqual(plain(topic), plain(topics.get(topic.id))),
    ),
  };
}

/** Without the difference between an absent key, an undefined one and a `false` that means the default. */
function plain(item: object | undefined): unknown {
  return item === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(item, (key, value: unknown) => (key === 'caseSensitive' && value === false ? undefined : value)),
      );
}
