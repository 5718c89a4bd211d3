import type { Sentence } from '../document/annotated-document.js';
import { hashText, mix } from './feature-hash.js';

const listed = (words: string): Set<string> => new Set(words.split(' '));

export const prepositions = listed(
  'of in on at to for from with by about against over under into after before than like as between among around ' +
    'behind beyond despite without within during amid through across toward towards upon onto off per via versus vs ' +
    'unlike besides except thanks',
);
const joining = listed('and or but nor yet while whereas although though because if when so');
const pronouns = listed('he she it they we i you who which that this his her its their our my your');
const determiners = listed(
  'the a an this that these those some any no every each another its their his her our my your all both',
);
const carrying = listed(
  'is are was were be been being am has have had having does do did will would could may might can should must',
);

/** What an English word is, as far as closed classes and endings tell; prepositions and conjunctions stand for themselves. */
export function wordClass(sentence: Sentence, at: number): number {
  const token = sentence.tokens[at];
  if (token === undefined) return 1;
  const { norm, kind, text } = token;
  if (prepositions.has(norm) || joining.has(norm)) return hashText(norm);
  if (carrying.has(norm)) return 2;
  if (pronouns.has(norm)) return 3;
  if (determiners.has(norm)) return 4;
  if (kind === 'number') return 5;
  if (kind === 'punctuation' || kind === 'symbol') return mix(6, text.charCodeAt(0));
  if (norm.endsWith('ly')) return 7;
  if (norm.endsWith('ed')) return 8;
  if (norm.endsWith('ing')) return 9;
  return /^[A-Z]/.test(text) ? 10 : 11;
}

/** Ends the reach of a preposition: a verb, a conjunction or a comma. */
export function endsPhrase(norm: string): boolean {
  return norm === ',' || carrying.has(norm) || joining.has(norm);
}

/** Words that a path from a verb to its subject or object steps over. */
const steppedOver = listed(
  'the a an this that these those its their his her our my your some any all both each every of in on at to for from ' +
    'with by as and or , \' " “ ” ’ ( ) also still already just now then so too very even again only ever always often soon once',
);

export function isSteppedOver(norm: string): boolean {
  return steppedOver.has(norm) || norm.endsWith('ly');
}

/** 0 none; 1 a form of be or a modal; 2 a form of have. */
export function auxiliaryKind(norm: string): 0 | 1 | 2 {
  if (norm === 'has' || norm === 'have' || norm === 'had' || norm === 'having') return 2;
  return carrying.has(norm) || norm === 'get' || norm === 'gets' || norm === 'got' ? 1 : 0;
}

const negators = listed("not n't n’t never no nobody none nothing neither nor without hardly barely cannot unable");

export function isNegator(norm: string): boolean {
  return negators.has(norm) || norm.endsWith("n't") || norm.endsWith('n’t');
}

/** Key of an English word without the endings that verbs and nouns share; its first letters at most. */
export function stemHash(norm: string): number {
  let word = norm;
  if (word.length > 5 && word.endsWith('ing')) word = word.slice(0, -3);
  else if (word.length > 4 && (word.endsWith('ed') || word.endsWith('es'))) word = word.slice(0, -2);
  else if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);
  if (word.length > 4 && word.endsWith('e')) word = word.slice(0, -1);
  return hashText(word.slice(0, 7));
}
