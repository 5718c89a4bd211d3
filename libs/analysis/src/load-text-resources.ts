import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
// The smallest set of n-grams: it costs 110 MB less than the medium one, and scripts and function words decide most texts.
import { eld } from 'eld/extrasmall';
import * as preset from 'opencc-js/preset/t2cn';
import type { TextResources } from './document/annotate.js';
import { RoleWords } from './entities/role-words.js';
import { compileSimplification, conversionPairs, type ConversionDictionary } from './folding/han-simplification.js';

function dictionaries(groups: readonly (readonly ConversionDictionary[])[] | undefined): (readonly [string, string])[] {
  return (groups ?? []).flatMap((group) => group.flatMap((dictionary) => conversionPairs(dictionary)));
}

/** Regional variants go through the standard traditional form: 裡 → 裏 → 里. */
function characterPairs(
  regional: readonly (readonly [string, string])[],
  toSimplified: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const simplified = new Map(toSimplified.filter(([source]) => source.length === 1));
  const variants = regional
    .filter(([source]) => source.length === 1 && !simplified.has(source))
    .map(([source, target]) => [source, simplified.get(target) ?? target] as const);
  return [...variants, ...simplified];
}

/** Lines of a shipped tab-separated file, without comments. */
export function readRows(name: string): string[][] {
  const content = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  return content
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/**
 * Loads what reading a text needs: the segmenter with its dictionary, OpenCC's tables and the language detector.
 * @param words added to the segmenter's dictionary, so that it keeps them whole (simplified Chinese)
 */
export function loadTextResources(words: Iterable<string> = []): TextResources {
  const regional = dictionaries(preset.from['twp']);
  const hongKong = dictionaries(preset.from['hk']);
  const toSimplified = dictionaries(preset.to['cn']);
  const all = [...hongKong, ...regional, ...toSimplified];
  const jieba = Jieba.withDict(dict);
  const entries = [...new Set(words)]
    .filter((word) => /^\p{Script=Han}{2,12}$/u.test(word))
    .map((word) => `${word} 100 n`);
  if (entries.length > 0) jieba.loadDict(new TextEncoder().encode(entries.join('\n')));
  const artefacts = readRows('text/scraping-artefacts.tsv').flatMap(([from, to]) =>
    from === undefined || to === undefined ? [] : [[from, to] as const],
  );
  return {
    segmenter: { cut: (text) => jieba.cut(text, false) },
    simplification: compileSimplification(
      characterPairs([...hongKong, ...regional], toSimplified),
      all.filter(([source]) => source.length > 1),
      artefacts,
    ),
    roles: new RoleWords(readRows('text/role-words.tsv')),
    detectLanguage: (text) => eld.detect(text).language,
  };
}
