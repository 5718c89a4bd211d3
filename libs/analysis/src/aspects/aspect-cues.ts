import { aspect as aspectSchema, type Aspect } from '@timbre/contracts';

/** What one word says of an aspect. */
export interface AspectCue {
  aspects: Aspect[];
  /** What much of it means for the target; 0 when the word alone does not say. */
  rise: -1 | 0 | 1;
  /** +1 for words of much, −1 for words of little. */
  degree: -1 | 0 | 1;
}

export type AspectCues = ReadonlyMap<string, AspectCue>;

/** Compiles rows of word, aspect (or high, low) and rise. Unknown aspects are left out. */
export function compileAspectCues(rows: readonly (readonly string[])[]): AspectCues {
  const cues = new Map<string, AspectCue>();
  for (const [word, name, rise] of rows) {
    if (word === undefined || name === undefined) continue;
    const cue = cues.get(word) ?? { aspects: [], rise: 0, degree: 0 };
    cues.set(word, cue);
    if (name === 'high' || name === 'low') {
      cue.degree = name === 'high' ? 1 : -1;
      continue;
    }
    const aspect = aspectSchema.safeParse(name);
    if (!aspect.success) continue;
    cue.aspects.push(aspect.data);
    if (rise === '+' || rise === '-') cue.rise = rise === '+' ? 1 : -1;
  }
  return cues;
}

/** The cue of a word in its normal form, also of a plural. */
export function cueOf(cues: AspectCues, norm: string): AspectCue | undefined {
  const exact = cues.get(norm);
  return exact !== undefined || norm.charCodeAt(norm.length - 1) !== 115 ? exact : cues.get(norm.slice(0, -1));
}
