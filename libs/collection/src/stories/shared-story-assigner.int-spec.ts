import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CreateStoryIndex1795300000002 } from '../migrations/1795300000002-create-story-index.js';
import { SharedStoryAssigner } from './shared-story-assigner.js';
import type { StoryCandidate } from './story-assigner.port.js';
import { StorySketchRepository } from './story-sketch.repository.js';

/** Real: PostgreSQL, the migration, the repository. */
let test: TestDatabase;
let sketches: StorySketchRepository;
/** Two processes share nothing but the database. */
let here: SharedStoryAssigner;
let there: SharedStoryAssigner;

beforeAll(async () => {
  test = await testDatabase({ migrations: [CreateStoryIndex1795300000002] });
  sketches = new StorySketchRepository(test.database);
  here = new SharedStoryAssigner(sketches);
  there = new SharedStoryAssigner(sketches);
});
afterAll(() => test.close());

const START = new Date('2026-05-01T00:00:00Z').getTime();
const DAY = 86_400_000;
const words = (seed: number, count = 150): string => {
  let state = seed + 1;
  return Array.from(
    { length: count },
    () => `w${((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % 4000}`,
  ).join(' ');
};
const candidate = (text: string, day = 0): StoryCandidate => ({
  articleId: randomUUID(),
  title: 'A title',
  text,
  lang: 'en',
  published: new Date(START + day * DAY),
});
const place = (assigner: SharedStoryAssigner, ...candidates: StoryCandidate[]) =>
  test.database.transaction(() => assigner.assign(candidates));

it('gives copies of one call the id of the one published first', async () => {
  const [later, first, other] = [candidate(words(1), 2), candidate(words(1).toUpperCase(), 1), candidate(words(2))];
  const stories = await place(here, later, first, other);
  expect(stories).toEqual(
    new Map([
      [later.articleId, first.articleId],
      [first.articleId, first.articleId],
      [other.articleId, other.articleId],
    ]),
  );
});

it('finds edited copies that another process placed, and answers the same again', async () => {
  const original = candidate(words(3));
  await place(here, original);
  const copy = candidate(`Editor's note: ${words(3).replace(/w\d+/, 'changed')}`, 3);
  expect((await place(there, copy)).get(copy.articleId)).toBe(original.articleId);
  const again = await place(here, { ...copy, text: words(4) }, original);
  expect([...again.values()]).toEqual([original.articleId, original.articleId]);
});

it('looks no further than its window', async () => {
  const [original, late] = [candidate(words(5)), candidate(words(5), 15)];
  await place(here, original);
  expect((await place(here, late)).get(late.articleId)).toBe(late.articleId);
});

it('joins copies that two processes place at the same time', async () => {
  const texts = Array.from({ length: 10 }, (_, n) => words(100 + n));
  const [mine, theirs] = [texts.map((text) => candidate(text)), texts.map((text) => candidate(text)).reverse()];
  const [a, b] = await Promise.all([place(here, ...mine), place(there, ...theirs)]);
  for (const [n, { articleId }] of mine.entries()) {
    expect(b.get(theirs[texts.length - 1 - n]!.articleId)).toBe(a.get(articleId));
  }
});

it('forgets what left the window, keys too', async () => {
  const old = candidate(words(6), -400);
  await place(here, old);
  const held = async () =>
    Number(
      (
        await test.database.query<{ n: string }>(
          'SELECT (SELECT count(*) FROM story_sketch WHERE article_id = $1) + (SELECT count(*) FROM story_key WHERE article_id = $1) AS n',
          [old.articleId],
        )
      )[0]?.n,
    );
  expect(await held()).toBe(13);
  await sketches.forgetBefore(new Date(Date.now() + 2 * DAY), 14);
  expect(await held()).toBe(0);
});
