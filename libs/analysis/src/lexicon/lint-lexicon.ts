import type { LexiconSource } from './compile-lexicons.js';
import type { LexiconEntry } from './lexicon-entry.js';

/** Something in the lexicon files that a linguist has to decide. */
interface LexiconProblem {
  kind: 'duplicate' | 'contradiction' | 'modifier-conflict' | 'case';
  term: string;
  message: string;
}

function compareEntries(first: LexiconEntry, second: LexiconEntry): LexiconProblem {
  const opposed = first.valence * second.valence < 0;
  return {
    kind: opposed ? 'contradiction' : 'duplicate',
    term: first.term,
    message: opposed
      ? `${first.source} rates it ${first.valence}, ${second.source} rates it ${second.valence}; keep one.`
      : `It stands in ${first.source} and again in ${second.source}; keep one.`,
  };
}

/** An event verb that is good or bad for both sides alike while its listed valence says the opposite. */
function contradictsItself({ valence, subject, object }: LexiconEntry): boolean {
  const sides = [subject, object].filter((side): side is number => side !== undefined && side !== 0);
  return valence !== 0 && sides.length > 0 && sides.every((side) => side * valence < 0);
}

/** Duplicates and contradictions within the entries of one language, and terms with two modifier roles. */
export function lintLexicon({ entries, modifiers }: LexiconSource): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  const seen = new Map<string, LexiconEntry>();
  for (const entry of entries) {
    const known = seen.get(entry.term);
    if (known !== undefined) problems.push(compareEntries(known, entry));
    else seen.set(entry.term, entry);
    if (contradictsItself(entry)) {
      const message = `${entry.source}: its valence ${entry.valence} has the other sign than its roles.`;
      problems.push({ kind: 'contradiction', term: entry.term, message });
    }
  }
  const roles = new Map<string, string>();
  for (const { term, role, source } of modifiers) {
    const known = roles.get(term);
    if (known !== undefined) {
      const message = `${source}: it is also listed as ${known}; a term has one role.`;
      problems.push({ kind: known === role ? 'duplicate' : 'modifier-conflict', term, message });
    }
    roles.set(term, role);
  }
  return problems;
}
