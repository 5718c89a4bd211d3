import { describe, expect, it } from 'vitest';
import { lintLexicon } from './lint-lexicon.js';
import { loadLexiconSources } from './load-lexicons.js';

const sources = loadLexiconSources();

describe('the shipped lexicons', () => {
  it.each(['zh', 'en'] as const)('have no duplicates and no contradictions (%s)', (lang) => {
    expect(lintLexicon(sources[lang]).map(({ term, message }) => `${term}: ${message}`)).toEqual([]);
  });

  it('are as large as promised', () => {
    expect(sources.zh.entries.length).toBeGreaterThanOrEqual(6_000);
    expect(sources.en.entries.length).toBeGreaterThanOrEqual(2_000);
  });

  it('rate with both signs and block with zero', () => {
    for (const { entries } of [sources.zh, sources.en]) {
      for (const sign of [-1, 0, 1]) {
        expect(entries.filter((entry) => Math.sign(entry.valence) === sign).length).toBeGreaterThan(100);
      }
    }
  });
});
