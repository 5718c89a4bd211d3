import { readFileSync } from 'node:fs';
import type { Catalogue } from '@timbre/contracts';
import { parseCatalogue } from './parse-catalogue.js';

function read(name: string): string {
  return readFileSync(new URL(`../../data/catalogue/${name}`, import.meta.url), 'utf8');
}

/** The catalogue that a new installation starts with: people, organisations, products and ideas of the AI industry. */
export function loadDefaultCatalogue(): Catalogue {
  return parseCatalogue(read('entities.tsv'), read('topics.tsv'));
}
