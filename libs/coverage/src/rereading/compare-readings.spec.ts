import type { TargetRef } from '@timbre/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingRows } from '../readings/reading-rows.js';
import { ScriptedAnalyser } from '../test-bed/scripted-analyser.js';
import { compareReadings, type ReadingPair } from './compare-readings.js';

const read = new ScriptedAnalyser().prepare({ version: '1', entities: [], topics: [] });
const place = { articleId: 'a', sourceId: 's', published: new Date(0), lead: true };
const rows = (text: string) => readingRows(read({ id: 'a', text }), place);
const pair = (before: string, after: string, lang = 'en'): ReadingPair => ({
  lang,
  before: rows(before),
  after: rows(after),
});
const targetOf = (compared: ReturnType<typeof compareReadings>, ref: TargetRef) =>
  compared.targets.find(({ target }) => target === ref);

describe('compareReadings', () => {
  it('counts labels that changed, and what appeared and went', () => {
    const compared = compareReadings([
      pair('topic:agi=0.5 entity:x=0.5', 'topic:agi=-0.5 entity:y=0.5'),
      pair('topic:agi=0.5', 'topic:agi=0', 'zh'),
      pair('topic:agi=0.5', 'topic:agi=0.9', 'zh'),
    ]);
    expect(compared.labels).toEqual({ compared: 3, changed: 2, flipped: 1 });
    expect(compared.languages).toEqual([
      { lang: 'zh', articles: 2, compared: 2, changed: 1, flipped: 0 },
      { lang: 'en', articles: 1, compared: 1, changed: 1, flipped: 1 },
    ]);
    expect(targetOf(compared, 'topic:agi')).toMatchObject({
      before: { value: 1, n: 3 },
      after: { value: 0, n: 3 },
      changed: 2,
    });
    expect(targetOf(compared, 'entity:x')).toMatchObject({ disappeared: 1, before: { n: 1 }, after: { value: null } });
    expect(targetOf(compared, 'entity:y')).toMatchObject({ appeared: 1 });
  });

  it('puts first what moves beyond chance', () => {
    const many = Array.from({ length: 30 }, () =>
      pair('topic:moves=0.5 entity:stays=0.5', 'topic:moves=-0.5 entity:stays=0.5'),
    );
    const compared = compareReadings([...many, pair('entity:rare=0.5', 'entity:rare=-0.5')]);
    const order = compared.targets.map(({ target }) => target).filter((target) => target !== 'all');
    expect(order).toEqual(['topic:moves', 'entity:rare', 'entity:stays']);
  });

  it('knows a statement again', () => {
    const compared = compareReadings([pair('speaker:ann forecast', 'speaker:bob'), pair('', 'speaker:ann')]);
    expect(compared.quotes).toEqual({ before: 1, after: 2, kept: 1 });
    expect(compared.forecasts).toEqual({ before: 1, after: 0, kept: 0 });
  });

  it('finds no change between a reading and itself, and mirrors when turned round', () => {
    const score = fc.constantFrom('-0.6', '0', '0.6');
    const text = fc
      .tuple(score, score, fc.boolean())
      .map(([a, b, both]) => (both ? `topic:a=${a} entity:b=${b}` : `topic:a=${a}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (texts) => {
        const same = compareReadings(texts.map(([before]) => pair(before, before)));
        expect(same.labels.changed).toBe(0);
        for (const { before, after } of same.targets) expect(after).toEqual(before);
        const there = compareReadings(texts.map(([before, after]) => pair(before, after)));
        const back = compareReadings(texts.map(([before, after]) => pair(after, before)));
        expect(back.labels).toEqual(there.labels);
        for (const target of there.targets) {
          expect(targetOf(back, target.target)).toMatchObject({ before: target.after, after: target.before });
        }
      }),
      { numRuns: 40 },
    );
  });
});
