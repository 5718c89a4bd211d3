import type { Evidence, Reading, Span, TargetReading } from '@timbre/contracts';
import type { SentencePlace } from '../document/annotated-document.js';

/** A sentence of the text; `place` decides its weight. */
export interface ScoringSentence extends Span {
  place: SentencePlace;
  lang: string;
}

/** A target of the article and where it is spoken of. */
export interface ScoringTarget {
  /** Kind and id, unique in the article. */
  key: string;
  name: string;
  /** Each with the index of its sentence, in the order of the text; pronouns and roles that stand for the target count. */
  mentions: readonly (Span & { sentence: number })[];
  /** What the embedded voters say. */
  embedded: TargetScore;
}

/** One article as a scorer sees it. Offsets point into `text`. */
export interface ScoringCase {
  id: string;
  lang: string;
  text: string;
  sentences: readonly ScoringSentence[];
  targets: readonly ScoringTarget[];
}

/** How a target comes off, with the sentences that say so. Without evidence the score is 0. */
export type TargetScore = Pick<TargetReading, 'score' | 'confidence' | 'evidence'>;

/** Scores by target key, and what was left out and why. A target that is not answered is neutral, with no confidence. */
export interface ScorerAnswer {
  targets: ReadonlyMap<string, TargetScore>;
  skipped: Reading['skipped'];
}

/**
 * Says how targets come off in one article. Language, entities, topics, quotes, forecasts and the tone of the article as
 * a whole are not its business: the embedded analysis reads those, so that a scorer can be exchanged without moving them.
 */
export interface Scorer {
  /** Names the scorer and what its answers depend on; '' for the embedded one. Part of the version of a reading. */
  readonly name: string;
  /**
   * Every evidence is a sentence of the case with words inside it whose weights sum to its score.
   * @throws ScorerError when there is no usable answer: the caller then takes the embedded scores and says so.
   */
  score(scoringCase: ScoringCase, signal?: AbortSignal): Promise<ScorerAnswer>;
}

/** Why a scorer gave no answer. */
export const scorerFailures = [
  'budget',
  'timeout',
  'unreachable',
  'refused',
  'status',
  'answer',
  'resting',
  'model',
] as const;
export type ScorerFailure = (typeof scorerFailures)[number];

/** The scorer gave no usable answer for an article. */
export class ScorerError extends Error {
  override readonly name = 'ScorerError';

  constructor(
    readonly failure: ScorerFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The version of readings of which a scorer made the scores. @param analysis version of the embedded analysis */
export const scoredVersion = (analysis: string, scorer: string): string =>
  scorer === '' ? analysis : `${analysis}~${scorer}`;

/** The version of readings for which the scorer gave no answer. */
export const fallbackVersion = (analysis: string, scorer: string): string =>
  `${analysis}~embedded-instead-of:${scorer}`;

/** Evidence that is compared nowhere but ordered: by place in the text. */
export const inTextOrder = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort((a, b) => a.from - b.from || a.to - b.to);
