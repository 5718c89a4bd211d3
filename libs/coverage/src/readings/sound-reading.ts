import type { Evidence, Reading } from '@timbre/contracts';

/** The analysis said something that is not a number; storing it would poison every sum it enters. */
export class UnsoundReadingError extends Error {
  constructor(what: string) {
    super(`The analysis gave ${what} without a number as its score. Its version or its model is broken.`);
    this.name = 'UnsoundReadingError';
  }
}

/** @throws UnsoundReadingError when a score or weight is not a finite number. */
export function requireSound(reading: Reading): Reading {
  if (!sound(reading.document)) throw new UnsoundReadingError('the document');
  for (const target of reading.targets) {
    const parts = [
      target,
      ...target.aspects,
      ...target.evidence,
      ...target.aspects.flatMap(({ evidence }) => evidence),
    ];
    if (!parts.every(sound) || !target.evidence.every(soundTerms)) throw new UnsoundReadingError(`"${target.name}"`);
  }
  return reading;
}

const sound = ({ score, confidence }: { score: number; confidence?: number }): boolean =>
  Number.isFinite(score) && (confidence === undefined || Number.isFinite(confidence));

const soundTerms = ({ terms }: Evidence): boolean => terms.every(({ weight }) => Number.isFinite(weight));
