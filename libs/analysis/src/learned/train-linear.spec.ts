import { describe, expect, it } from 'vitest';
import { hashText } from './feature-hash.js';
import { FeatureVector } from './feature-vector.js';
import { fitVoters, meanLogLoss } from './fit-voters.js';
import { type ClassScores, logitsOf } from './linear-model.js';
import { ModelFormatError, parseModel, serializeModel } from './model-file.js';
import { parseSentences } from './parse-sentences.js';
import { type Example, quantise, seededRandom, trainLinear } from './train-linear.js';

const options = {
  lang: 'en',
  buckets: 1_024,
  epochs: 6,
  rate: 0.1,
  generalPenalty: 1e-4,
  lexicalPenalty: 1e-4,
  hideWords: 0.2,
  minimumCount: 1,
  favourTelling: false,
  seed: 7,
};

function examples(): Example[] {
  const random = seededRandom(3);
  return Array.from({ length: 300 }, () => {
    const label = Math.floor(random() * 3) as 0 | 1 | 2;
    const vector = new FeatureVector();
    vector.add(hashText('bias'), 1);
    vector.endGeneral();
    vector.add(hashText(`word${label}`), 1, 0);
    vector.add(hashText(`noise${Math.floor(random() * 20)}`), 1, 1);
    return { vector, label, weight: 1 };
  });
}

const top = (scores: ClassScores): number => scores.indexOf(Math.max(...scores));

describe('trainLinear', () => {
  it('learns what separates the classes, also after rounding to int8', () => {
    const model = quantise(trainLinear(examples(), options));
    const right = examples().filter(({ vector, label }) => top(logitsOf(model, vector)) === label).length;
    expect(right).toBeGreaterThan(290);
  });

  it('learns as much with telling words favoured, and leaves the examples as they are', () => {
    const list = examples();
    const before = list.map(({ vector }) => [...vector.values.slice(0, vector.length)]);
    const model = quantise(trainLinear(list, { ...options, favourTelling: true }));
    expect(list.map(({ vector }) => [...vector.values.slice(0, vector.length)])).toEqual(before);
    const right = list.filter(({ vector, label }) => top(logitsOf(model, vector)) === label).length;
    expect(right).toBeGreaterThan(290);
  });

  it('is the same for the same seed', () => {
    const [a, b] = [quantise(trainLinear(examples(), options)), quantise(trainLinear(examples(), options))];
    expect(Buffer.from(a.weights.buffer).equals(Buffer.from(b.weights.buffer))).toBe(true);
  });

  it('survives being written and read', () => {
    const linear = quantise(trainLinear(examples(), options));
    const voters = { learned: 0.5, rule: 1, doubt: 0, neutral: 0.1, length: 0 };
    const bytes = serializeModel({ linear, voters });
    expect(parseModel(bytes)).toEqual({ linear, voters });
    expect(() => parseModel(bytes.subarray(0, bytes.length - 1))).toThrow(ModelFormatError);
  });
});

describe('fitVoters', () => {
  it('trusts the voter that is right', () => {
    const start = { learned: 0.5, rule: 0.5, doubt: 0, neutral: 0, length: 0 };
    const voted = Array.from({ length: 90 }, (_, index) => {
      const label = (index % 3) as 0 | 1 | 2;
      const learned: ClassScores = [0, 0, 0];
      learned[label] = 2;
      return { learned, ruleScore: ((index * 7) % 5) / 2 - 1, words: 20, label, weight: 1 };
    });
    const fitted = fitVoters(voted, start);
    expect(fitted.learned).toBeGreaterThan(start.learned);
    expect(fitted.rule).toBeLessThan(start.rule);
    expect(meanLogLoss(voted, fitted)).toBeLessThan(meanLogLoss(voted, start));
  });
});

describe('parseSentences', () => {
  it('takes the marks out and keeps the places', () => {
    const [sentence] = parseSentences('comparison\t{+A1}胜过{-B2}', 'f');
    expect(sentence).toEqual({
      rule: 'comparison',
      text: 'A1胜过B2',
      targets: [
        { name: 'A1', from: 0, to: 2, label: 1 },
        { name: 'B2', from: 4, to: 6, label: -1 },
      ],
    });
    expect(() => parseSentences('plain\tno target', 'f')).toThrow(/f:1/);
  });
});
