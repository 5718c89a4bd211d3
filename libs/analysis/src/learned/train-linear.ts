import type { FeatureVector } from './feature-vector.js';
import { type ClassScores, type LinearModel, logitsOf, softmax } from './linear-model.js';

/** A labelled example: 0 negative, 1 neutral, 2 positive. */
export interface Example {
  vector: FeatureVector;
  label: 0 | 1 | 2;
  weight: number;
}

export interface TrainOptions {
  lang: string;
  buckets: number;
  epochs: number;
  rate: number;
  /** L2 penalties; words are held back harder than what travels. */
  generalPenalty: number;
  lexicalPenalty: number;
  /** Share of examples whose words are hidden, so that the general features learn to stand alone. */
  hideWords: number;
  /** Features in fewer examples are left out. */
  minimumCount: number;
  /** Lets words that keep company with one class learn faster than words that are spread like the classes. */
  favourTelling: boolean;
  seed: number;
}

/** Mulberry32: a small seeded generator, so that training is the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function countBuckets(examples: readonly Example[], mask: number): Int32Array {
  const counts = new Int32Array(mask + 1);
  const seen = new Int32Array(mask + 1).fill(-1);
  examples.forEach(({ vector }, index) => {
    for (let at = 0; at < vector.length; at++) {
      const bucket = (vector.hashes[at] ?? 0) & mask;
      if (seen[bucket] === index) continue;
      seen[bucket] = index;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
  });
  return counts;
}

/**
 * Factor by bucket on the values of lexical features: the largest of the classes' log odds ratios, smoothed, so that a
 * telling word needs a smaller weight (the scaling of Wang & Manning 2012 for Bayesian features). 1 for general ones.
 */
function tellingFactors(examples: readonly Example[], mask: number): Float32Array {
  const sums = new Float32Array((mask + 1) * 3);
  const general = new Uint8Array(mask + 1);
  const totals: ClassScores = [0, 0, 0];
  for (const { vector, label, weight } of examples) {
    totals[label] += weight;
    for (let at = 0; at < vector.length; at++) {
      const bucket = (vector.hashes[at] ?? 0) & mask;
      if (at < vector.generalCount) general[bucket] = 1;
      else sums[bucket * 3 + label] = (sums[bucket * 3 + label] ?? 0) + weight;
    }
  }
  const all = totals[0] + totals[1] + totals[2];
  return Float32Array.from(general, (isGeneral, bucket) => {
    const [a = 0, b = 0, c = 0] = sums.subarray(bucket * 3, bucket * 3 + 3);
    if (isGeneral === 1 || a + b + c === 0) return 1;
    let largest = 0;
    [a, b, c].forEach((sum, label) => {
      const prior = (totals[label] ?? 0) / all;
      const share = (sum + 3 * prior) / (a + b + c + 3);
      const ratio = Math.log(share / (1 - share)) - Math.log(prior / (1 - prior));
      if (Number.isFinite(ratio)) largest = Math.max(largest, Math.abs(ratio));
    });
    return Math.min(2, 0.3 + largest);
  });
}

/** The examples with lexical values multiplied by the factors of their buckets; the vectors given stay as they are. */
function scaled(examples: readonly Example[], factors: Float32Array, mask: number): Example[] {
  return examples.map((example) => ({ ...example, vector: example.vector.times(factors, mask) }));
}

/** Trains by AdaGrad on the log loss (Duchi et al. 2011). Deterministic for a seed and an order of examples. */
export function trainLinear(examples: readonly Example[], options: TrainOptions): LinearModel {
  if (!options.favourTelling) return descend(examples, options);
  const mask = options.buckets - 1;
  const factors = tellingFactors(examples, mask);
  const model = descend(scaled(examples, factors, mask), options);
  model.weights.forEach((weight, slot) => (model.weights[slot] = weight * (factors[Math.floor(slot / 3)] ?? 1)));
  return model;
}

function descend(examples: readonly Example[], options: TrainOptions): LinearModel {
  const { buckets, rate } = options;
  const mask = buckets - 1;
  const weights = new Float32Array(buckets * 3);
  const squares = new Float32Array(buckets * 3);
  const counts = countBuckets(examples, mask);
  const random = seededRandom(options.seed);
  const model: LinearModel = { lang: options.lang, buckets, weights, step: 1 };
  // The mean of the weights after each later epoch wanders less than the last weights (Polyak & Juditsky 1992).
  const mean = new Float32Array(buckets * 3);
  const averaged = Math.ceil(options.epochs / 2);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const { vector, label, weight } = example;
      const hidden = random() < options.hideWords;
      const used = hidden ? vector.general() : vector;
      const p = softmax(logitsOf(model, used));
      const end = hidden ? vector.generalCount : vector.length;
      const gradient: ClassScores = [p[0] * weight, p[1] * weight, p[2] * weight];
      gradient[label] -= weight;
      for (let at = 0; at < end; at++) {
        const bucket = (vector.hashes[at] ?? 0) & mask;
        if ((counts[bucket] ?? 0) < options.minimumCount) continue;
        const value = vector.values[at] ?? 0;
        const penalty = at < vector.generalCount ? options.generalPenalty : options.lexicalPenalty;
        for (let c = 0; c < 3; c++) {
          const slot = bucket * 3 + c;
          const w = weights[slot] ?? 0;
          const g = (gradient[c as 0 | 1 | 2] ?? 0) * value + penalty * w;
          const sum = (squares[slot] ?? 0) + g * g;
          squares[slot] = sum;
          weights[slot] = w - (rate * g) / (Math.sqrt(sum) + 1e-2);
        }
      }
    }
    if (epoch >= options.epochs - averaged) {
      for (let slot = 0; slot < mean.length; slot++) mean[slot] = (mean[slot] ?? 0) + (weights[slot] ?? 0) / averaged;
    }
  }
  return { ...model, weights: mean };
}

/** Rounds weights to int8 steps; weights beyond the range are clipped at the given share of the largest. */
export function quantise(model: LinearModel, clip = 1): LinearModel {
  let largest = 0;
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
  const step = (largest * clip) / 127 || 1;
  const weights = new Int8Array(model.weights.length);
  for (let at = 0; at < weights.length; at++) {
    weights[at] = Math.max(-127, Math.min(127, Math.round((model.weights[at] ?? 0) / step)));
  }
  return { ...model, weights, step: step * model.step };
}
