import type { FeatureVector } from './feature-vector.js';

/** negative, neutral, positive. */
export type ClassScores = [number, number, number];

/** Multinomial logistic regression over hashed features; weights are int8 steps. */
export interface LinearModel {
  lang: string;
  /** Number of hash buckets, a power of two. */
  buckets: number;
  /** `bucket × 3 + class`. */
  weights: Int8Array | Float32Array;
  /** Value of one step of a weight. */
  step: number;
}

export function softmax(logits: ClassScores): ClassScores {
  const top = Math.max(...logits);
  const [a, b, c] = [Math.exp(logits[0] - top), Math.exp(logits[1] - top), Math.exp(logits[2] - top)];
  const sum = a + b + c;
  return [a / sum, b / sum, c / sum];
}

/** Class logits of a feature vector. */
export function logitsOf(model: LinearModel, vector: FeatureVector): ClassScores {
  const { weights, step } = model;
  const mask = model.buckets - 1;
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  for (let at = 0; at < vector.length; at++) {
    const bucket = ((vector.hashes[at] ?? 0) & mask) * 3;
    const value = vector.values[at] ?? 0;
    negative += value * (weights[bucket] ?? 0);
    neutral += value * (weights[bucket + 1] ?? 0);
    positive += value * (weights[bucket + 2] ?? 0);
  }
  return [negative * step, neutral * step, positive * step];
}
