import { describe, expect, it } from 'vitest';
import { findItems, type PaletteItem } from './palette-items.js';

const item = (name: string, also: string[] = []): PaletteItem => ({
  group: 'entities',
  key: name,
  name,
  also,
  to: '/',
});

describe('findItems', () => {
  const items = [item('OpenAI'), item('Mira Murati', ['米拉·穆拉蒂']), item('Air Quality')];
  it('finds by any name, beginnings first', () => {
    expect(findItems(items, 'ai').map(({ name }) => name)).toEqual(['Air Quality', 'OpenAI']);
    expect(findItems(items, '米拉').map(({ name }) => name)).toEqual(['Mira Murati']);
    expect(findItems(items, 'zzz')).toEqual([]);
  });
});
