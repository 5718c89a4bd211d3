import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as JiebaModule from '@node-rs/jieba';
import type * as JiebaDictionary from '@node-rs/jieba/dict.js';
import type * as LanguageNgrams from 'eld/extrasmall';
import type * as ConversionPreset from 'opencc-js/preset/t2cn';
import type { TextResources } from './document/annotate.js';
import type { LanguageDetector } from './document/language.js';
import { RoleWords } from './entities/role-words.js';
import { compileSimplification, conversionPairs, type ConversionDictionary } from './folding/han-simplification.js';

// Dictionaries come with their modules. They are asked for when first needed, not with the import of this library: a
// process that only checks queries or serves pages never holds them.
const load = createRequire(import.meta.url);

/**
 * The detector of languages that share an alphabet, loaded for the first text that scripts and function words leave
 * open. The smallest set of n-grams still holds 85 MB; the medium one 110 MB more.
 */
function lazyDetector(): LanguageDetector {
  let loaded: typeof LanguageNgrams | undefined;
  return (text) => {
    // The package exports nothing to `require`, so its file is named.
    loaded ??= load(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof LanguageNgrams;
    return loaded.eld.detect(text).language;
  };
}

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
  const preset = load('opencc-js/preset/t2cn') as typeof ConversionPreset;
  const { Jieba } = load('@node-rs/jieba') as typeof JiebaModule;
  const { dict } = load('@node-rs/jieba/dict.js') as typeof JiebaDictionary;
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
    detectLanguage: lazyDetector(),
  };
}
