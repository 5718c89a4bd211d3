import { describe, expect, it } from 'vitest';
import { shortcutOf } from './use-shortcuts.js';

const press = (key: string, change: object = {}) =>
  shortcutOf({ key, metaKey: false, ctrlKey: false, altKey: false, target: { tagName: 'BODY' }, ...change });

describe('shortcutOf', () => {
  it('knows the keys, and leaves them alone while somebody types', () => {
    expect(['/', 'f', '[', ']', '?', 'x'].map((key) => press(key))).toEqual([
      'search',
      'filter',
      'earlier',
      'later',
      'help',
      null,
    ]);
    expect(press('/', { target: { tagName: 'INPUT' } })).toBeNull();
    expect(press('f', { ctrlKey: true })).toBeNull();
  });

  it('opens the palette from everywhere', () => {
    expect(press('K', { metaKey: true })).toBe('palette');
    expect(press('k', { ctrlKey: true, target: { tagName: 'INPUT' } })).toBe('palette');
  });
});
