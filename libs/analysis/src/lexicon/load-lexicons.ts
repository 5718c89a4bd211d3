import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicons, type CompiledLexicons, type LexiconSource } from './compile-lexicons.js';
import { parseIrregularVerbs, parseLexicon, parseModifiers, parseWordList } from './parse-lexicon.js';

/** The folder of lexicon files that ships with the library. */
const shippedLexiconFolder = fileURLToPath(new URL('../../data/lexicon', import.meta.url));

const special = new Set(['modifiers', 'irregular-verbs']);

function loadLanguage(folder: string, lang: string): LexiconSource {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const files = readdirSync(folder).filter((file) => file.startsWith(`${lang}-`) && file.endsWith('.tsv'));
  const isSpecial = (file: string): boolean => special.has(file.slice(lang.length + 1, -'.tsv'.length));
  return {
    entries: files
      .filter((file) => !isSpecial(file))
      .sort()
      .flatMap((file) => parseLexicon(read(file), file)),
    modifiers: files.includes(`${lang}-modifiers.tsv`)
      ? parseModifiers(read(`${lang}-modifiers.tsv`), `${lang}-modifiers.tsv`)
      : [],
  };
}

/** Lexicon sources as they stand in the files; for the linter and for counting. */
export function loadLexiconSources(folder = shippedLexiconFolder): { zh: LexiconSource; en: LexiconSource } {
  const borrowed = (file: string, factor: number) =>
    parseWordList(readFileSync(join(folder, 'third-party', file), 'utf8'), file, factor);
  return {
    zh: loadLanguage(folder, 'zh'),
    en: {
      ...loadLanguage(folder, 'en'),
      borrowed: [borrowed('en-vader.tsv', 1), borrowed('en-afinn-165.tsv', 0.8)],
    },
  };
}

/** Reads and compiles the shipped lexicons (about 0.1 s); do it once per process. */
export function loadLexicons(folder = shippedLexiconFolder, sources = loadLexiconSources(folder)): CompiledLexicons {
  const verbs = readFileSync(join(folder, 'en-irregular-verbs.tsv'), 'utf8');
  return compileLexicons(sources, parseIrregularVerbs(verbs, 'en-irregular-verbs.tsv'));
}
