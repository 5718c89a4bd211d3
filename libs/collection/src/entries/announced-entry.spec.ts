import { describe, expect, it } from 'vitest';
import { keyedEntry } from './announced-entry.js';

const entry = { url: 'https://a.example/1', title: 'One', text: 'Body', byline: null, published: null, lang: null };

describe('keyedEntry', () => {
  it('keeps its key when the text changes, and changes its content hash', () => {
    const before = keyedEntry('guid-1', entry);
    const after = keyedEntry('guid-1', { ...entry, text: 'Body, corrected' });
    expect(after.key).toBe(before.key);
    expect(after.contentHash).not.toBe(before.contentHash);
  });

  it('falls back from guid to address to words', () => {
    expect(keyedEntry(null, entry).key).toBe(keyedEntry('', { ...entry, title: 'Other' }).key);
    const bare = { ...entry, url: null };
    expect(keyedEntry(null, bare).key).not.toBe(keyedEntry(null, { ...bare, title: 'Other' }).key);
  });

  it('survives lone surrogates', () => {
    expect(keyedEntry(null, { ...entry, url: null, title: '\ud800' }).key).toHaveLength(43);
  });
});
