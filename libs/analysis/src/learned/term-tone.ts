import type { PolarTerm } from '../sentiment/polar-term.js';

/** Valence of a term for the sentence as a whole, whoever it is said of. */
export function toneOf({ term, factor }: Pick<PolarTerm, 'term' | 'factor'>): number {
  const { valence, subject = 0, object = 0 } = term;
  return (valence !== 0 ? valence : Math.abs(subject) > Math.abs(object) ? subject : object) * factor;
}
