import { type SearchTerm, searchTerms } from './search-terms.js';

/** PostgreSQL keeps positions up to 16,383; later ones would pile up there and break phrases. */
const lastPosition = 16_000;
const mostTitleTerms = 500;
/** PostgreSQL keeps at most 256 positions of a lexeme. */
const mostPositions = 255;

/**
 * The search column of an article as a tsvector literal: title terms carry weight A, so that `title:` can ask for
 * them alone; a gap of two positions keeps phrases from reaching from the title into the text. Only the first
 * 16,000 terms of very long texts are searchable.
 */
export function searchVector(title: string, text: string): string {
  const titleTerms = searchTerms(title, 1, mostTitleTerms);
  const from = (titleTerms.at(-1)?.position ?? 0) + 3;
  const places = new Map<string, Places>();
  collect(places, titleTerms, 'A');
  collect(places, searchTerms(text, from, lastPosition - from), '');
  const parts: string[] = [];
  for (const [lexeme, { positions }] of places) parts.push(`${quoteLexeme(lexeme)}:${positions}`);
  return parts.join(' ');
}

/** Positions as the literal lists them, and how many there are. */
interface Places {
  positions: string;
  count: number;
}

function collect(places: Map<string, Places>, terms: readonly SearchTerm[], weight: string): void {
  for (const { lexeme, position } of terms) {
    const known = places.get(lexeme);
    if (known === undefined) places.set(lexeme, { positions: `${position}${weight}`, count: 1 });
    else if (known.count < mostPositions) {
      known.positions += `,${position}${weight}`;
      known.count += 1;
    }
  }
}

/** A lexeme as tsvector and tsquery literals want it. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
