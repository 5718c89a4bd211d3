import type { Catalogue } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { planSeed } from './plan-seed.js';

const shipped: Catalogue = {
  version: 'shipped',
  entities: [
    { id: 'a', kind: 'product', names: { en: 'A' }, aliases: [{ text: 'A', caseSensitive: false }] },
    { id: 'b', kind: 'person', names: { en: 'B', zh: '乙' }, aliases: [] },
  ],
  topics: [{ id: 't', names: { en: 'T' }, query: 'one' }],
};
const empty: Catalogue = { version: '0', entities: [], topics: [] };

describe('planSeed', () => {
  it('writes everything into an empty catalogue, and nothing the second time', () => {
    expect(planSeed(shipped, empty, [])).toEqual({ entities: shipped.entities, topics: shipped.topics });
    const stored = {
      ...shipped,
      entities: [{ ...shipped.entities[0]!, aliases: [{ text: 'A' }] }, shipped.entities[1]!],
    };
    expect(planSeed(shipped, stored, [])).toEqual({ entities: [], topics: [] });
  });

  it('brings in what a release changed, but not over the head of a person', () => {
    const stored = {
      ...shipped,
      entities: shipped.entities.map((entity) => ({ ...entity, names: { en: 'old' } })),
      topics: [],
    };
    const edits = [
      { kind: 'entity' as const, itemId: 'a', action: 'changed' as const, byUser: true },
      { kind: 'topic' as const, itemId: 't', action: 'removed' as const, byUser: true },
    ];
    expect(planSeed(shipped, stored, edits)).toEqual({ entities: [shipped.entities[1]], topics: [] });
  });
});
