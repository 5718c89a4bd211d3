import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDefaultCatalogue } from '../catalogue/load-default-catalogue.js';
import { compileCatalogue } from '../catalogue/compile-catalogue.js';
import { loadTextResources } from '../load-text-resources.js';
import { parseQuery } from './parse-query.js';
import { TopicQueryError } from './topic-query-error.js';
import { createTopicTest } from './topic-test.js';

const resources = loadTextResources();
const shipped = loadDefaultCatalogue();
const test = (query: string) => createTopicTest(query, { ...shipped, topics: [] }, resources);
const matches = (query: string, text: string, title?: string): boolean => test(query)(text, title).match;

describe('topic queries', () => {
  it.each([
    ['AGI year', 'AGI next year', true],
    ['AGI year', 'AGI', false],
    ['AGI OR sora', 'SORA!', true],
    ['a OR b c', 'b', false],
    ['(a OR b) c', 'b c', true],
    ['AI', 'training', false],
    ['regulat*', 'new regulations', true],
    ['regulat', 'new regulations', false],
    ['"next year"', 'next year', true],
    ['"next year"', 'next big year', false],
    ['"text to video"', 'a text-to-video model', true],
    ['apple NOT pie', 'apple pie', false],
    ['apple -pie', 'apple cake', true],
    ['软件', '他們的軟體', true],
    ['通用人工智能', '通 用 人 工 智 能', true],
    ['cost NEAR/3 video', 'the cost of a video', true],
    ['cost NEAR/3 video', 'the cost of making one short video', false],
    ['video NEAR/3 (cost OR price)', 'the price of a video', true],
    ['cost NEAR/9 video', 'cost\nvideo', false],
    ['entity:mira-murati', '穆拉蒂曾与米拉·穆拉蒂', true],
    ['entity:openai', 'an open air concert', false],
    ['AGI & 时间', 'AGI 时间', false],
  ])('%s on %j', (query, text, expected) => {
    if (query.includes('&')) expect(() => test(query)).toThrow(TopicQueryError);
    else expect(matches(query, text)).toBe(expected);
  });

  it('looks in titles only where told', () => {
    expect(matches('title:AGI', 'AGI in the body', 'A title')).toBe(false);
    expect(matches('title:AGI', 'body', 'AGI near')).toBe(true);
    expect(matches('title:(AGI OR sora) body', 'body', 'Sora')).toBe(true);
  });

  it('gives every reason with its clause and words', () => {
    const text = 'AGI soon. Real AGI needs time.';
    const { why } = test('AGI (soon OR never)')(text);
    expect(why.map(({ clause, from, to }) => `${clause}=${text.slice(from, to)}`)).toEqual([
      'AGI=AGI',
      'soon=soon',
      'AGI=AGI',
    ]);
  });

  it.each([
    ['', 1, 'empty'],
    ['((AGI', 2, 'never closed'],
    ['AGI)', 4, 'opening'],
    ['AGI OR', 7, 'Add a word'],
    ['OR AGI', 1, 'each side'],
    ['"AGI', 1, 'quotation mark'],
    ['a ()', 3, 'between'],
    ['a NEAR/0 b', 3, '1 to 100'],
    ['a NEAR/x b', 3, 'number'],
    ['a NEAR/3 (b c)', 10, 'NEAR joins'],
    ['body:x', 1, 'title:'],
    ['NOT a', 1, 'must'],
    ['a*b', 2, 'end of a word'],
    ['entity:', 8, 'entity:openai'],
    ['('.repeat(40) + 'a' + ')'.repeat(40), 33, 'nested'],
    [Array(502).fill('a').join(' '), 1001, '500 terms'],
  ])('refuses %j with the column and what to do', (query, column, words) => {
    expect(() => parseQuery(query)).toThrow(TopicQueryError);
    try {
      parseQuery(query);
    } catch (error) {
      expect(error).toMatchObject({ column, message: expect.stringContaining(words) as string });
    }
  });

  it('parses or refuses any string, and nothing else', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      'AND',
      'OR',
      'NOT',
      'NEAR/3',
      'title:',
      'entity:',
      'a',
      '"b c"',
      '智能',
      '*',
      '-',
      ' ',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join(' ')),
        ),
        (query) => {
          try {
            parseQuery(query);
          } catch (error) {
            expect(error).toBeInstanceOf(TopicQueryError);
            expect((error as TopicQueryError).column).toBeLessThanOrEqual(query.length + 1);
          }
        },
      ),
    );
  });

  it('obeys the laws of AND, OR and NOT', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma');
    const texts = ['alpha', 'beta', 'alpha beta', 'beta gamma', 'none', 'alpha beta gamma'];
    fc.assert(
      fc.property(word, word, fc.constantFrom(...texts), (a, b, text) => {
        const has = (w: string): boolean => text.split(' ').includes(w);
        expect(matches(`${a} AND ${b}`, text)).toBe(has(a) && has(b));
        expect(matches(`${a} OR ${b}`, text)).toBe(has(a) || has(b));
        expect(matches(`${a} NOT ${b}`, text)).toBe(has(a) && !has(b));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the default catalogue', () => {
  const compiled = compileCatalogue(shipped, resources.simplification);

  it('has readable queries, entities that exist, and no name that two entities claim', () => {
    expect(compiled.problems).toEqual([]);
    const ids = new Set(shipped.entities.map(({ id }) => id));
    for (const { id, partOf } of shipped.entities) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      if (partOf !== undefined) expect(ids).toContain(partOf);
    }
    for (const [, id] of shipped.topics.flatMap(({ query }) => [...query.matchAll(/entity:([\w-]+)/g)]))
      expect(ids).toContain(id);
    expect(ids.size).toBeGreaterThanOrEqual(110);
    expect(shipped.topics.length).toBeGreaterThanOrEqual(14);
  });
});
