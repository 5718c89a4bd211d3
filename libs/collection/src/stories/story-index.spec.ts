import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStoryIndex } from './story-index.js';

const DAY = 86_400_000;
const START = new Date('2026-03-01T00:00:00Z');
const later = (days: number) => new Date(START.getTime() + days * DAY);

/** A text of its own for every seed. */
function article(seed: number, words = 200): string {
  let state = seed + 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return Array.from({ length: words }, () => `w${(next() >>> 8) % 5000}`).join(' ');
}

const CHINESE =
  '这家实验室周三表示，新一代模型将在年底前向企业客户开放，价格约为目前的三分之一。负责人在采访中说，团队把大部分时间花在降低推理成本上，而不是追求更大的参数规模。分析师认为这会迫使竞争对手跟进。';
const TRADITIONAL =
  '這家實驗室週三表示，新一代模型將在年底前向企業客戶開放，價格約為目前的三分之一。負責人在採訪中說，團隊把大部分時間花在降低推理成本上，而不是追求更大的參數規模。分析師認為這會迫使競爭對手跟進。';

describe('createStoryIndex', () => {
  it('joins copies that differ in case, width, punctuation, spacing and a few words', () => {
    const stories = createStoryIndex();
    const text = article(1);
    stories.add({ id: 'first', text });
    expect(stories.add({ id: 'shouted', text: text.toUpperCase().replaceAll(' ', ',\n ') })).toBe('first');
    expect(stories.add({ id: 'wide', text: text.replaceAll('w', 'ｗ') })).toBe('first');
    expect(
      stories.add({ id: 'edited', text: `Our reporter adds: ${text.replace(/w\d+/, 'changed')} More soon.` }),
    ).toBe('first');
  });

  it('joins the traditional with the simplified spelling', () => {
    const stories = createStoryIndex();
    stories.add({ id: 'cn', text: CHINESE });
    expect(stories.add({ id: 'tw', text: TRADITIONAL })).toBe('cn');
  });

  it('finds the shorter copy in the longer text and the other way round', () => {
    const whole = article(2, 900);
    const part = whole.slice(0, whole.length / 3);
    for (const [first, second] of [
      [whole, part],
      [part, whole],
    ] as const) {
      const stories = createStoryIndex();
      stories.add({ id: 'a', text: first });
      expect(stories.add({ id: 'b', text: second })).toBe('a');
    }
  });

  it('keeps different texts apart that share a notice', () => {
    const stories = createStoryIndex();
    const notice = article(99, 60);
    const ids = Array.from({ length: 100 }, (_, n) => stories.add({ id: `${n}`, text: `${article(n)} ${notice}` }));
    expect(new Set(ids).size).toBe(100);
  });

  it('joins short notices only when they are equal', () => {
    const stories = createStoryIndex();
    stories.add({ id: 'a', text: 'Markets closed higher.' });
    expect(stories.add({ id: 'b', text: 'markets closed higher' })).toBe('a');
    expect(stories.add({ id: 'c', text: 'Markets closed lower.' })).toBe('c');
    expect(stories.add({ id: 'd', text: '' })).toBe('d');
    expect(stories.add({ id: 'e', text: '' })).toBe('e');
  });

  it('looks no further than its window, and slides with the copies', () => {
    const stories = createStoryIndex();
    const text = article(3);
    expect(stories.add({ id: 'day0', text, published: START })).toBe('day0');
    expect(stories.add({ id: 'day10', text, published: later(10) })).toBe('day0');
    expect(stories.add({ id: 'day20', text, published: later(20) })).toBe('day0');
    expect(stories.add({ id: 'day40', text, published: later(40) })).toBe('day40');
  });

  it('answers the same for the same id, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }), (seeds) => {
        const stories = createStoryIndex();
        const add = () => seeds.map((seed, n) => stories.add({ id: `${n}`, text: article(seed) }));
        const first = add();
        expect(add()).toEqual(first);
        // One story per seed, named after the first article with it.
        expect(first).toEqual(seeds.map((seed) => `${seeds.indexOf(seed)}`));
      }),
      { numRuns: 30 },
    );
  });

  it('forgets what left the window', () => {
    const stories = createStoryIndex({ windowDays: 1 });
    for (let n = 0; n < 30_000; n += 1) stories.add({ id: `${n}`, text: article(n, 30), published: later(n / 1000) });
    expect(stories.size).toBeLessThan(12_000);
  });

  it('takes up what an earlier run placed', () => {
    const [before, after] = [createStoryIndex(), createStoryIndex()];
    const { story, sketch } = before.place({ id: 'a', text: article(4), published: START });
    after.restore({ id: 'a', story, published: START, sketch: sketch! });
    expect(after.add({ id: 'b', text: article(4), published: later(1) })).toBe('a');
  });
});
