import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../catalogue/compile-catalogue.js';
import { loadTextResources } from '../load-text-resources.js';
import { annotate } from './annotate.js';
import type { AnnotatedDocument } from './annotated-document.js';

const resources = loadTextResources();
// The detector loads its n-grams with its first text; no test should be timed with that.
resources.detectLanguage('Wait');
const catalogue = compileCatalogue(
  {
    version: '1',
    entities: [
      { id: 'ai', kind: 'concept', names: { en: 'AI', zh: '人工智能' }, aliases: [] },
      { id: 'openai', kind: 'organisation', names: { en: 'OpenAI' }, aliases: [] },
      { id: 'xiaomi', kind: 'organisation', names: { en: 'Xiaomi', zh: '小米' }, aliases: [] },
      { id: 'meta', kind: 'organisation', names: { en: 'Meta' }, aliases: [{ text: 'Meta', caseSensitive: true }] },
      { id: 'gpt-4', kind: 'product', names: { en: 'GPT-4' }, aliases: [] },
      { id: 'gpt-4o', kind: 'product', names: { en: 'GPT-4o' }, aliases: [] },
      { id: 'llm', kind: 'concept', names: { en: 'LLM' }, aliases: [] },
      { id: 'murati', kind: 'person', names: { en: 'Mira Murati', zh: '米拉·穆拉蒂' }, aliases: [] },
      { id: '360', kind: 'organisation', names: { en: '360' }, aliases: [] },
    ],
    topics: [],
  },
  resources.simplification,
);
const read = (text: string): AnnotatedDocument => annotate(text, { catalogue, resources });
const sentences = (text: string): string[] => read(text).sentences.map(({ from, to }) => text.slice(from, to));
const found = (text: string): string[] => {
  const document = read(text);
  return document.occurrences.map(({ entityId, from, to }) => `${entityId}:${document.text.slice(from, to)}`);
};

describe('annotate', () => {
  it('nests words in clauses, clauses in sentences, in order and without overlap', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'。!?.,;:"“”()（）\n \t人工智能很好但OpenAI'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (given) => {
        const document = read(given);
        let end = 0;
        for (const sentence of document.sentences) {
          expect(sentence.from).toBeGreaterThanOrEqual(end);
          end = sentence.to;
          let at = sentence.from;
          for (const token of sentence.tokens) {
            expect(token.from).toBeGreaterThanOrEqual(at);
            expect(token.to).toBeGreaterThan(token.from);
            expect(document.text.slice(token.from, token.to)).toBe(token.text);
            at = token.to;
          }
          expect(at).toBeLessThanOrEqual(sentence.to);
          const covered = sentence.clauses.flatMap((clause) => [clause.firstToken, clause.lastToken]);
          if (sentence.tokens.length > 0) expect([covered[0], covered.at(-1)]).toEqual([0, sentence.tokens.length]);
        }
        expect(end).toBeLessThanOrEqual(document.text.length);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('leaves no visible word outside a sentence', () => {
    const document = read('第一句。第二句!“引用。”第三句\n\nDr. Smith said no. Yes? (He did.) End');
    const inside = document.sentences.map(({ from, to }) => document.text.slice(from, to)).join('');
    expect(inside.replace(/\s/g, '')).toBe(document.text.replace(/\s/g, ''));
  });

  it.each([
    [
      'Dr. Smith of the U.S. Senate paid $3.5 million. He left.',
      ['Dr. Smith of the U.S. Senate paid $3.5 million.', 'He left.'],
    ],
    ['J. K. Rowling agreed. So did e.g. Acme Inc. in May.', ['J. K. Rowling agreed.', 'So did e.g. Acme Inc. in May.']],
    [
      'Wait... what? See https://a.example/b.c?d=1. Done!',
      ['Wait... what?', 'See https://a.example/b.c?d=1.', 'Done!'],
    ],
    ['1. First point. 2. Second point.', ['1. First point.', '2. Second point.']],
    [
      '"Is it safe? Nobody knows." she said. Then she left.',
      ['"Is it safe? Nobody knows." she said.', 'Then she left.'],
    ],
    ['He said "a few months." She said no.', ['He said "a few months."', 'She said no.']],
    ['“很快就可以实现。”周鸿祎感慨。第二天他走了。', ['“很快就可以实现。”周鸿祎感慨。', '第二天他走了。']],
    ['他说:“好。我们走。”然后离开了。下雨了……真的', ['他说:“好。我们走。”', '然后离开了。', '下雨了……真的']],
    ['增长3.5%。为什么?!没人知道', ['增长3.5%。', '为什么?!', '没人知道']],
  ])('splits %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ['training AI models', ['ai:AI']],
    ['a fair trade', []],
    ['LLMs and GPT4, not GPT-4.5 or GPT-5', ['llm:LLMs', 'gpt-4:GPT4']],
    ['GPT-4o beats gpt 4', ['gpt-4o:GPT-4o', 'gpt-4:gpt 4']],
    ['the meta level of Meta', ['meta:Meta']],
    ['ＯｐｅｎＡＩ与人 工 智 能', ['openai:ＯｐｅｎＡＩ', 'ai:人 工 智 能']],
    ["OpenAI's and OpenAI-backed", ['openai:OpenAI', 'openai:OpenAI']],
    ['小米发布手机,小小米粒', ['xiaomi:小米']],
    ['360 创始人说转了 360 度', ['360:360']],
    ['共 360 人', []],
    ['<b>Open</b>AI &amp; <i>OpenAI</i>', ['openai:Open</b>AI', 'openai:OpenAI']],
  ])('finds the names in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('resolves short forms, pronouns and descriptions to the last fitting entity', () => {
    expect(found('米拉·穆拉蒂加入 OpenAI。穆拉蒂说她很高兴。该公司没有回应。').map((o) => o.split(':')[0])).toEqual([
      'murati',
      'openai',
      'murati',
      'murati',
      'openai',
    ]);
    expect(found('Mira Murati left OpenAI. Murati said the company was strong.').map((o) => o.split(':')[1])).toEqual([
      'Mira Murati',
      'OpenAI',
      'Murati',
      'the company',
    ]);
  });

  it('takes the company of a known product for its maker', () => {
    const known = compileCatalogue(
      {
        version: '1',
        entities: [
          { id: 'openai', kind: 'organisation', names: { en: 'OpenAI' }, aliases: [] },
          { id: 'sora', kind: 'product', names: { en: 'Sora' }, aliases: [], partOf: 'openai' },
        ],
        topics: [],
      },
      resources.simplification,
    );
    const { occurrences } = annotate('Sora 的成本远高于该公司的影像生成器。', { catalogue: known, resources });
    expect(occurrences.map(({ entityId, resolved }) => `${entityId} ${resolved}`)).toEqual([
      'sora name',
      'openai role',
    ]);
  });

  it('tells the language of a document and of each sentence', () => {
    expect(read('人工智能发展很快。').lang).toBe('zh');
    expect(read('The model is very good and it will be released soon.').lang).toBe('en');
    expect(read('Das Modell ist sehr gut und wird bald auf den Markt kommen, sagte der Sprecher am Montag.').lang).toBe(
      'de',
    );
    expect(
      read('人工智能发展很快。\nThe model is very good and it was released in May.').sentences.map(({ lang }) => lang),
    ).toEqual(['zh', 'en']);
    expect(read('人工知能はとても速く発展しています。').lang).toBe('ja');
  });

  it('spells words so that rules can look them up', () => {
    const norms = (text: string) => read(text).sentences.flatMap(({ tokens }) => tokens.map(({ norm }) => norm));
    expect(norms("It isn't OpenAI’s; they can't.")).toEqual([
      'it',
      'is',
      'not',
      'openai',
      "'s",
      ';',
      'they',
      'can',
      'not',
      '.',
    ]);
    expect(norms('领網域的軟體,很好')).toEqual(['领域', '的', '软件', ',', '很', '好']);
    expect(norms('up 3.5% to 1,200 at 720p')).toEqual(['up', '3.5%', 'to', '1,200', 'at', '720p']);
  });
});
