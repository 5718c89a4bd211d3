import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnalysisResources } from './analyze.js';
import { compileAspectCues } from './aspects/aspect-cues.js';
import { loadDefaultCatalogue } from './catalogue/load-default-catalogue.js';
import { loadModel } from './learned/load-model.js';
import { loadLexicons, loadLexiconSources } from './lexicon/load-lexicons.js';
import { loadTextResources, readRows } from './load-text-resources.js';
import { loadReportingVerbs } from './quotes/load-reporting-verbs.js';
import { analysisVersion } from './version.js';

const dataFolder = fileURLToPath(new URL('../data', import.meta.url));

/** Hash over names and contents of the files that readings depend on, in a fixed order. */
function hashData(): string {
  const hash = createHash('sha256');
  for (const folder of ['lexicon', 'lexicon/third-party', 'model', 'reporting-verbs', 'text']) {
    const files = listFiles(join(dataFolder, folder));
    for (const file of files) hash.update(`${folder}/${file}\n`).update(readFileSync(join(dataFolder, folder, file)));
  }
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    // A folder that does not ship (no trained model yet) adds nothing to the hash.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Reads everything that ships with the library: dictionaries, lexicons, the model. About half a second and 150 MB; do it
 * once per process.
 */
export function loadResources(): AnalysisResources {
  const sources = loadLexiconSources();
  const lexicon = sources.zh.entries.map((entry) => entry.term);
  const names = loadDefaultCatalogue().entities.flatMap((entity) => [
    ...(entity.names.zh === undefined ? [] : [entity.names.zh]),
    ...entity.aliases.map((alias) => alias.text),
  ]);
  const words = readRows('text/zh-words.txt').flatMap((row) => row);
  const cues = readRows('text/aspect-cues.tsv');
  const cueWords = cues.flatMap(([word]) => (word === undefined ? [] : [word]));
  return {
    ...loadTextResources([...words, ...lexicon, ...names, ...cueWords]),
    lexicons: loadLexicons(undefined, sources),
    model: loadModel(),
    reportingVerbs: loadReportingVerbs(),
    aspectCues: compileAspectCues(cues),
    surnames: new Set(
      readRows('text/zh-surnames.txt').flatMap(([row = '']) => (row.includes(' ') ? row.split(' ') : [...row])),
    ),
    version: analysisVersion(hashData()),
  };
}
