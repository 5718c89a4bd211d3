import { aspect as aspectSchema, type Aspect } from '@timbre/contracts';

/** What one word says of an aspect. */
export interface AspectCue {
  aspects: Aspect[];
  /** What much of it means for the target; 0 when the word alone does not say. */
  rise: -1 | 0 | 1;
  /** +1 for words of much, −1 for words of little. */
  degree: -1 | 0 | 1;
  /** What the word itself says of its aspect (逼真 +1, 跳票 −1); 0 when it only names it. */
  verdict: -1 | 0 | 1;
  /** The verdict holds only where the word is the predicate: "looks real", not "the real world". */
  onlyAsPredicate: boolean;
  /** Worry about whatever aspect its clause names. */
  worry: boolean;
}

export type AspectCues = ReadonlyMap<string, AspectCue>;

/** Compiles rows of word, aspect (or high, low, worry) and rise or verdict. Unknown aspects are left out. */
export function compileAspectCues(rows: readonly (readonly string[])[]): AspectCues {
  const cues = new Map<string, AspectCue>();
  for (const [word, name, rise] of rows) {
    if (word === undefined || name === undefined) continue;
    const cue = cues.get(word) ?? {
      aspects: [],
      rise: 0,
      degree: 0,
      verdict: 0,
      onlyAsPredicate: false,
      worry: false,
    };
    cues.set(word, cue);
    if (name === 'high' || name === 'low') {
      cue.degree = name === 'high' ? 1 : -1;
      continue;
    }
    if (name === 'worry') {
      cue.worry = true;
      continue;
    }
    const aspect = aspectSchema.safeParse(name);
    if (!aspect.success) continue;
    cue.aspects.push(aspect.data);
    if (rise === '+' || rise === '-') cue.rise = rise === '+' ? 1 : -1;
    else if (rise === 'bad') cue.verdict = -1;
    else if (rise === 'good' || rise === 'said-good') cue.verdict = 1;
    cue.onlyAsPredicate = rise === 'said-good';
  }
  return cues;
}

/** The cue of a word in its normal form, also of a plural. */
function cueOf(cues: AspectCues, norm: string): AspectCue | undefined {
  const exact = cues.get(norm);
  return exact !== undefined || norm.charCodeAt(norm.length - 1) !== 115 ? exact : cues.get(norm.slice(0, -1));
}

/** Opens a Chinese word that says the opposite of its rest: 不真实, 未侵权. */
const NEGATING = new Set(['不', '未', '没', '无', '非']);
const HALF = 2;

/**
 * The cues of a word: its own, or for a Chinese compound (效果惊艳, 反复预警) those of its first and last two characters,
 * turned round in one that begins with a negation.
 */
export function cuesOf(cues: AspectCues, norm: string): readonly AspectCue[] {
  const whole = cueOf(cues, norm);
  if (whole) return [whole];
  if (norm.length <= HALF || norm.charCodeAt(0) < 0x3400) return [];
  const negated = NEGATING.has(norm.charAt(0));
  return [norm.slice(0, HALF), norm.slice(-HALF)].flatMap((half) => {
    const cue = cues.get(half);
    if (!cue) return [];
    return [negated && cue.verdict !== 0 ? { ...cue, verdict: cue.verdict > 0 ? -1 : 1 } : cue];
  });
}
