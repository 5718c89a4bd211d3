import { targetRef } from '@timbre/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId } from './item-id.js';

describe('itemId', () => {
  it.each([
    ['Mira Murati', 'mira-murati'],
    ['DALL·E 3', 'dall-e-3'],
    ['Beyoncé', 'beyonce'],
  ])('%s → %s', (name, id) => {
    expect(itemId(name)).toBe(id);
  });

  it('always makes a valid target', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
        expect(targetRef.safeParse(`entity:${itemId(name)}`).success).toBe(true);
      }),
    );
  });
});
