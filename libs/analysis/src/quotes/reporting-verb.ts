/** A verb that reports speech or opinion, with the attitude that its choice shows. */
export interface ReportingVerb {
  word: string;
  stance: 'supportive' | 'critical' | 'neutral';
  /** `clause` also takes indirect speech; `quote` only introduces words in quotation marks. */
  use: 'clause' | 'quote';
}

/** Verbs of both languages, ready to be looked up; English ones in every inflected form. */
export interface ReportingVerbs {
  zh: ReadonlyMap<string, ReportingVerb>;
  en: ReadonlyMap<string, ReportingVerb>;
}

/** Thrown for a line that is not `word<TAB>stance<TAB>use`. */
export class ReportingVerbError extends Error {
  override name = 'ReportingVerbError';
}

/** Parses a list of reporting verbs; lines that begin with # are comments. */
export function parseReportingVerbs(tsv: string): ReportingVerb[] {
  const verbs: ReportingVerb[] = [];
  for (const [index, line] of tsv.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [word, stance, use] = line.split('\t');
    if (!word || !isStance(stance) || !isUse(use)) {
      throw new ReportingVerbError(`Line ${index + 1}: write word, stance and use, separated by tabs, not "${line}".`);
    }
    verbs.push({ word, stance, use });
  }
  return verbs;
}

export function compileReportingVerbs(zh: readonly ReportingVerb[], en: readonly ReportingVerb[]): ReportingVerbs {
  const english = new Map<string, ReportingVerb>();
  for (const verb of en) for (const form of inflections(verb.word)) if (!english.has(form)) english.set(form, verb);
  return { zh: new Map(zh.map((verb) => [verb.word, verb])), en: english };
}

const IRREGULAR: Record<string, string[]> = {
  say: ['said'], tell: ['told'], write: ['wrote', 'written'], think: ['thought'], begin: ['began'], find: ['found'],
  hold: ['held'], swear: ['swore', 'sworn'], foresee: ['foresaw'], feel: ['felt'], learn: ['learned', 'learnt'],
  forecast: ['forecast', 'forecasted'], spell: ['spelt', 'spelled'], broadcast: ['broadcast'], bet: ['bet'],
}; // prettier-ignore
const DOUBLED = new Set(['quip', 'snap', 'admit', 'submit', 'infer', 'slam', 'rebut', 'pen', 'fret', 'chat']);

/** Base form, third person, past and -ing form. */
function inflections(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : DOUBLED.has(verb) ? verb + verb.slice(-1) : verb;
  const consonantY = /[^aeiou]y$/.test(verb);
  const third = consonantY ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = IRREGULAR[verb] ?? [consonantY ? `${verb.slice(0, -1)}ied` : `${stem}ed`];
  return [verb, third, `${stem}ing`, ...past];
}

function isStance(value: string | undefined): value is ReportingVerb['stance'] {
  return value === 'supportive' || value === 'critical' || value === 'neutral';
}

function isUse(value: string | undefined): value is ReportingVerb['use'] {
  return value === 'clause' || value === 'quote';
}
