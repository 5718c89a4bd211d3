import { describe, expect, it } from 'vitest';
import { CharTrie } from './char-trie.js';
import { compileLexicons } from './compile-lexicons.js';
import { inflectEnglish } from './inflect-english.js';
import { LexiconFormatError } from './lexicon-entry.js';
import { lintLexicon } from './lint-lexicon.js';
import { parseLexicon, parseModifiers } from './parse-lexicon.js';
import { PhraseIndex } from './phrase-index.js';

const irregular = new Map([['fall', { past: 'fell', participle: 'fallen' }]]);

describe('parseLexicon', () => {
  it('reads term, valence, part of speech and roles', () => {
    expect(parseLexicon('# c\n起诉\t-2.5\tv\ts:0;o:-2.5\tlaw\n', 'f')).toEqual([
      { term: '起诉', valence: -2.5, pos: 'v', subject: 0, object: -2.5, source: 'f:2' },
    ]);
  });

  it.each(['x\tten\tn', 'x\t5\tn', 'x\t1\tq', 'x\t1\tv\tagent:1', '\t1\tn'])('names file and line of %j', (line) => {
    expect(() => parseLexicon(line, 'f')).toThrow(LexiconFormatError);
    expect(() => parseLexicon(line, 'f')).toThrow(/^f:1/);
  });

  it('refuses unknown modifier roles', () => {
    expect(() => parseModifiers('not\tturner\t-1', 'f')).toThrow(LexiconFormatError);
  });
});

describe('lintLexicon', () => {
  it('finds duplicates and contradictions', () => {
    const entries = parseLexicon('a\t1\tn\nb\t2\tn\na\t-1\tn\nb\t1\tn\nc\t2\tv\ts:-1', 'f');
    expect(lintLexicon({ entries, modifiers: [] }).map(({ kind, term }) => `${term} ${kind}`)).toEqual([
      'a contradiction',
      'b duplicate',
      'c contradiction',
    ]);
  });
});

describe('inflectEnglish', () => {
  it('inflects the head of a verb phrase and the end of a noun phrase', () => {
    expect(inflectEnglish('fall short', 'v', irregular).map(([word]) => word)).toEqual([
      'fall short',
      'falls short',
      'falling short',
      'fallen short',
      'fell short',
    ]);
    expect(inflectEnglish('data breach', 'n', irregular).map(([word]) => word)).toContain('data breaches');
    const forms = ['drop', 'deny', 'sue', 'fix'].map((verb) => inflectEnglish(verb, 'v', irregular).at(-1)?.[0]);
    expect(forms).toEqual(['dropped', 'denied', 'sued', 'fixed']);
  });
});

describe('indexes', () => {
  it('find the longest phrase', () => {
    const index = new PhraseIndex<number>();
    index.set('fall', 1);
    index.set('fall short of', 2);
    expect(index.longestAt(['they', 'fall', 'short', 'of'], 1)).toEqual({ value: 2, end: 4 });
    expect(index.longestAt(['fall', 'short'], 0)).toEqual({ value: 1, end: 1 });
    expect(index.longestAt(['none'], 0)).toBeUndefined();
  });

  it('walk every prefix of a text that is listed', () => {
    const trie = new CharTrie([
      ['低', 1],
      ['低于', 2],
      ['低于预期', 3],
    ]);
    const found: [number, number][] = [];
    const text = '业绩低于预期';
    let node = trie.root(text.charCodeAt(2));
    for (let at = 3; node !== 0; at++) {
      const value = trie.valueAt(node);
      if (value !== undefined) found.push([at, value]);
      if (at >= text.length) break;
      node = trie.next(node, text.charCodeAt(at));
    }
    expect(found).toEqual([
      [3, 1],
      [4, 2],
      [6, 3],
    ]);
  });

  it('let our own entries win over borrowed ones', () => {
    const own = parseLexicon('share\t0\tx', 'own');
    const borrowed = [parseLexicon('share\t1.2\tx\ncheer\t2\tx', 'b'), parseLexicon('cheer\t1\tx', 'c')];
    const empty = { entries: [], modifiers: [] };
    const { en } = compileLexicons({ zh: empty, en: { entries: own, modifiers: [], borrowed } }, irregular);
    expect(en.get('share')?.valence).toBe(0);
    expect(en.get('cheer')?.valence).toBe(1.5);
  });
});
