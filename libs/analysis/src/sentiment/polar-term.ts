import type { TermMatch } from './find-terms.js';

/** A term with a valence, read in its sentence. */
export interface PolarTerm extends TermMatch {
  clause: number;
  /** What negation, degree, mood, contrast and quotation marks make of the listed valence (a factor). */
  factor: number;
  negated: boolean;
  /** Conditional, counterfactual, modal or asked: said, but not said to be so. */
  irrealis: boolean;
  /** The verb stands in the passive: its grammatical subject is the one to whom it happens. */
  passive: boolean;
}
