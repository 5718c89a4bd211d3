import {
  type LexiconEntry,
  LexiconFormatError,
  type ModifierEntry,
  type ModifierRole,
  modifierRoles,
  type PartOfSpeech,
  partsOfSpeech,
} from './lexicon-entry.js';

function* rows(content: string, file: string): Generator<{ columns: string[]; source: string }> {
  const lines = content.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    yield { columns: line.replace(/\r$/, '').split('\t'), source: `${file}:${index + 1}` };
  }
}

function parseNumber(value: string | undefined, source: string, what: string): number {
  const number = Number(value);
  if (value === undefined || value.trim() === '' || !Number.isFinite(number)) {
    throw new LexiconFormatError(`${source}: write ${what} as a number, not "${value ?? ''}".`);
  }
  return number;
}

function parseValence(value: string | undefined, source: string): number {
  const valence = parseNumber(value, source, 'the valence');
  if (valence < -4 || valence > 4) throw new LexiconFormatError(`${source}: keep the valence within -4 and 4.`);
  return valence;
}

function parseRoles(roles: string | undefined, source: string): { subject?: number; object?: number } {
  const result: { subject?: number; object?: number } = {};
  for (const part of (roles ?? '').split(';')) {
    if (part.trim() === '') continue;
    const [key, value] = part.split(':');
    if (key?.trim() === 's') result.subject = parseValence(value, source);
    else if (key?.trim() === 'o') result.object = parseValence(value, source);
    else throw new LexiconFormatError(`${source}: write roles as "s:<valence>;o:<valence>", not "${roles}".`);
  }
  return result;
}

/**
 * Reads a lexicon file: `term, valence, pos, roles, note` separated by tabs, `#` for comments.
 * @throws LexiconFormatError on the first line that does not follow the format.
 */
export function parseLexicon(content: string, file: string): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const { columns, source } of rows(content, file)) {
    const [term, valence, pos, roles] = columns;
    if (!term?.trim()) throw new LexiconFormatError(`${source}: begin the line with a term.`);
    if (!partsOfSpeech.includes(pos as PartOfSpeech)) {
      throw new LexiconFormatError(`${source}: use one of ${partsOfSpeech.join(' ')} as part of speech, not "${pos}".`);
    }
    entries.push({
      term: term.trim().toLowerCase(),
      valence: parseValence(valence, source),
      pos: pos as PartOfSpeech,
      ...parseRoles(roles, source),
      source,
    });
  }
  return entries;
}

/** Reads a word list of two columns, term and valence (VADER, AFINN), scaling the valence by `factor`. */
export function parseWordList(content: string, file: string, factor = 1): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const { columns, source } of rows(content, file)) {
    const valence = parseNumber(columns[1], source, 'the valence') * factor;
    entries.push({ term: (columns[0] ?? '').toLowerCase(), valence, pos: 'x', source });
  }
  return entries;
}

/**
 * Reads a modifier file: `term, role, value, note` separated by tabs.
 * @throws LexiconFormatError on the first line that does not follow the format.
 */
export function parseModifiers(content: string, file: string): ModifierEntry[] {
  const entries: ModifierEntry[] = [];
  for (const { columns, source } of rows(content, file)) {
    const [term, role, value] = columns;
    if (!term?.trim()) throw new LexiconFormatError(`${source}: begin the line with a term.`);
    if (!modifierRoles.includes(role as ModifierRole)) {
      throw new LexiconFormatError(`${source}: "${role}" is no role; use one of ${modifierRoles.join(', ')}.`);
    }
    entries.push({
      term: term.trim().toLowerCase(),
      role: role as ModifierRole,
      value: parseNumber(value?.trim() === '' ? '1' : (value ?? '1'), source, 'the value'),
      source,
    });
  }
  return entries;
}

/** Reads irregular English verbs: `lemma, past, participle` separated by tabs. */
export function parseIrregularVerbs(content: string, file: string): Map<string, { past: string; participle: string }> {
  const verbs = new Map<string, { past: string; participle: string }>();
  for (const { columns, source } of rows(content, file)) {
    const [lemma, past, participle] = columns;
    if (!lemma || !past || !participle) {
      throw new LexiconFormatError(`${source}: write lemma, past and participle separated by tabs.`);
    }
    verbs.set(lemma, { past, participle });
  }
  return verbs;
}
