import { readFileSync } from 'node:fs';

/** Wording of lines that are no part of an article, from `data/pages/boilerplate-lines.tsv`. */
export interface BoilerplateLines {
  /** Folded beginnings of lines to drop. */
  beginnings: readonly string[];
  /** Folded lines after which the article is over. */
  endings: ReadonlySet<string>;
  artefacts: readonly (readonly [wrong: string, right: string])[];
}

let loaded: BoilerplateLines | undefined;

/** Reads the shipped file once. */
export function loadBoilerplateLines(): BoilerplateLines {
  loaded ??= read();
  return loaded;
}

function read(): BoilerplateLines {
  const rows = readFileSync(new URL('../../data/pages/boilerplate-lines.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t'));
  const of = (kind: string) => rows.filter(([first]) => first === kind);
  return {
    beginnings: of('line').map(([, text = '']) => text.toLowerCase()),
    endings: new Set(of('end').map(([, text = '']) => foldLine(text))),
    artefacts: of('artefact').map(([, wrong = '', right = '']) => [wrong, right] as const),
  };
}

/** A line as it is compared: lower case, without the marks around its words. */
export const foldLine = (text: string): string => text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
