import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnalysisResources, createAnalyzer } from '../analyze.js';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import { annotate } from '../document/annotate.js';
import { loadResources } from '../load-resources.js';
import { scoreTargets } from './score-targets.js';

let resources: AnalysisResources;
let catalogue: CompiledCatalogue;
beforeAll(() => {
  resources = loadResources();
  catalogue = createAnalyzer(resources).compile({ version: '1', entities: [], topics: [] });
}, 30_000);

function read(text: string, names: string[], withModel = false) {
  const lang = /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
  const document = annotate(text, { lang, catalogue, resources, givenTargets: names });
  return scoreTargets(document, resources.lexicons, withModel ? resources.model : undefined);
}

function labels(text: string, names: string[]): Record<string, string> {
  return Object.fromEntries(read(text, names).targets.map(({ name, label }) => [name, label]));
}

describe('the rules', () => {
  it.each([
    ['Aria outperforms Bolt on every benchmark.', { Aria: 'positive', Bolt: 'negative' }],
    ['Aria was sued by Bolt for copyright infringement.', { Aria: 'negative', Bolt: 'neutral' }],
    ['Aria is not reliable.', { Aria: 'negative' }],
    ['Aria is reliable.', { Aria: 'positive' }],
    ['Aria fined over data breach', { Aria: 'negative' }],
    ['Aria is more reliable than Bolt.', { Aria: 'positive', Bolt: 'negative' }],
    ['Aria falls short of expectations', { Aria: 'negative' }],
    ['Aria slipped 4 percent.', { Aria: 'negative' }],
    ['Aria outperformed in the safety test.', { Aria: 'positive' }],
    ['Aria raised their forecast.', { Aria: 'positive' }],
    ['Aria defrauded Bolt.', { Aria: 'negative' }],
    ['Aria moved to the harbour. The company lied.', { Aria: 'negative' }],
    [
      'Aria and Bolt both bid. The former won the prize, the latter was disqualified.',
      { Aria: 'positive', Bolt: 'negative' },
    ],
    ['若水公司被网信办处罚。', { 若水公司: 'negative', 网信办: 'neutral' }],
    ['若水公司击败了云杉公司。', { 若水公司: 'positive', 云杉公司: 'negative' }],
    ['云杉手机不如若水手机。', { 云杉手机: 'negative', 若水手机: 'positive' }],
    ['若水公司业绩低于预期。', { 若水公司: 'negative' }],
    ['若水手机并不可靠。', { 若水手机: 'negative' }],
    ['若水手机比云杉手机更可靠。', { 若水手机: 'positive', 云杉手机: 'negative' }],
  ])('read %s', (text, expected) => {
    expect(labels(text, Object.keys(expected))).toEqual(expected);
  });

  it('count what follows "but" more than what precedes it', () => {
    const [praised] = read('Aria is slow but reliable.', ['Aria']).targets;
    const [blamed] = read('Aria is reliable but slow.', ['Aria']).targets;
    expect(praised?.score).toBeGreaterThan(blamed?.score ?? 0);
  });

  it('take less from what is only asked or supposed', () => {
    const score = (text: string): number => read(text, ['Aria']).targets[0]?.score ?? 0;
    expect(score('Is Aria corrupt?')).toBeGreaterThan(score('Aria is corrupt.'));
    expect(score('If Aria is corrupt, it will fall.')).toBeGreaterThan(score('Aria is corrupt and will fall.'));
  });
});

describe('scoreTargets', () => {
  const word = fc.constantFrom(
    ...[
      'Aria',
      'Bolt',
      'beat',
      'failed',
      'not',
      'excellent',
      'but',
      'was',
      'sued',
      'by',
      '.',
      ',',
      '?',
      '“',
      '”',
      'if',
    ],
    ...['若水', '云杉', '击败', '不', '可靠', '但', '被', '处罚', '比', '更', '。', '，', '😀', '\ud800'],
  );
  it.each([false, true])('gives weights that sum to the score of each piece of evidence (model: %s)', (withModel) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), fc.boolean(), (words, spaced) => {
        const { targets } = read(words.join(spaced ? ' ' : ''), ['Aria', '若水'], withModel);
        for (const { score, evidence } of targets) {
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
          for (const piece of evidence) {
            const sum = piece.terms.reduce((total, { weight }) => total + weight, 0);
            expect(sum).toBeCloseTo(piece.score, 8);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('averages evidence with the weights of title, lead and body', () => {
    const { targets } = read('Aria wins award\nAria was excellent. It was fine.\n\nAria failed. Aria was sued.', [
      'Aria',
    ]);
    const weights = { title: 2, lead: 1.5, body: 1 };
    let weighted = 0;
    let total = 0;
    for (const { place = 'body', confidence = 0, score } of targets[0]?.evidence ?? []) {
      weighted += weights[place] * confidence * score;
      total += weights[place] * confidence;
    }
    expect(total).toBeGreaterThan(0);
    expect(targets[0]?.score).toBeCloseTo(weighted / total, 8);
  });

  it('scores a topic like an entity named where its query matched', () => {
    const document = annotate('Critics call the merger a disaster.', { lang: 'en', catalogue, resources });
    const topics = [{ id: 't', name: 'Merger', spans: [{ from: 17, to: 23 }] }];
    const { targets } = scoreTargets(document, resources.lexicons, undefined, topics);
    expect(targets).toMatchObject([{ id: 't', kind: 'topic', label: 'negative' }]);
  });
});
