import type { DashboardTile } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { inReadingOrder, newPlace, rearranged } from './grid-layout.js';

const tile = (id: string, x: number, y: number): DashboardTile => ({
  id,
  kind: 'net',
  title: '',
  search: '',
  text: '',
  x,
  y,
  w: 4,
  h: 5,
});

describe('dashboard grid', () => {
  it('puts a new tile below all others', () => {
    expect(newPlace('share', [tile('a', 0, 0), tile('b', 4, 7)])).toMatchObject({ x: 0, y: 12, w: 4 });
    expect(newPlace('text', [])).toMatchObject({ x: 0, y: 0 });
  });

  it('moves what was dragged and leaves the rest', () => {
    const moved = rearranged([tile('a', 0, 0), tile('b', 4, 0)], [{ i: 'b', x: 0, y: 5, w: 6, h: 7 }]);
    expect(moved).toEqual([tile('a', 0, 0), { ...tile('b', 0, 5), w: 6, h: 7 }]);
  });

  it('reads by row, then by column', () => {
    const order = inReadingOrder([tile('c', 0, 5), tile('b', 4, 0), tile('a', 0, 0)]);
    expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
