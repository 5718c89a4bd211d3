import { randomUUID } from 'node:crypto';
import { coverageFilter, type StoryQuery, storyQuery } from '@timbre/contracts';
import type { ArticleDraft } from '@timbre/collection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnnotationRepository } from './annotations/annotation.repository.js';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { CoverageQueries } from './queries/coverage-queries.service.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { type CoverageTestBed, coverageTestBed } from './test-bed/coverage-test-bed.js';

// Real: PostgreSQL, migrations, intake, reader. The analysis is the test bed's, which reads scores from the text.

let bed: CoverageTestBed;
let queries: CoverageQueries;
const now = new Date('2026-07-01T00:00:00Z');
const start = Date.UTC(2026, 3, 1);
const hour = 3_600_000;

const draft = (i: number, at: number, text: string, lang: string): ArticleDraft => ({
  sourceId: `s${1 + (i % 3)}`,
  canonicalUrl: `https://example.com/${lang}/${i}`,
  title: `News ${i}`,
  text,
  lang,
  published: new Date(at),
  dated: true,
  collected: now,
});

/** Twelve stories of one to six prints, in English; bursts of Chinese news which English follows ten hours later. */
const reprints = Array.from({ length: 12 }, (_, story) =>
  Array.from({ length: 1 + (story % 6) }, (_, print) =>
    draft(
      10 * story + print,
      start + (story * 24 + print) * hour,
      `text of story ${story} topic:agi=0.${story % 9}`,
      'en',
    ),
  ),
).flat();
const bursts = [100, 260, 500, 730, 1_010];
const followed = bursts.flatMap((at, burst) =>
  Array.from({ length: 12 }, (_, i) => [
    draft(
      1_000 + 20 * burst + i,
      start + (at + (i % 4)) * hour,
      `快讯 ${burst} ${i} topic:chips=0.5 aspect:cost`,
      'zh',
    ),
    draft(1_000 + 20 * burst + i, start + (at + 10 + (i % 4)) * hour, `bulletin ${burst} ${i} topic:chips=-0.5`, 'en'),
  ]).flat(),
);

beforeAll(async () => {
  bed = await coverageTestBed();
  queries = bed.module.get(CoverageQueries);
  bed.catalogue.catalogue = {
    version: '1',
    topics: [
      { id: 'agi', names: { en: 'AGI timelines' }, query: 'AGI' },
      { id: 'chips', names: { en: 'Chips' }, query: 'chips' },
    ],
    entities: [],
  };
  await bed.module.get(ArticleIntakeService).accept([...reprints, ...followed]);
  for (const { articleIds } of bed.queue.jobs) await bed.module.get(ArticleReader).read(articleIds);
}, 60_000);
afterAll(() => bed.close());

const range = { from: '2026-04-01T00:00:00Z', to: '2026-06-30T00:00:00Z' };
const stories = (parts: Partial<Record<keyof StoryQuery, unknown>> = {}) =>
  queries.stories(storyQuery.parse({ ...range, targets: ['topic:agi'], ...parts }), now);

describe('stories', () => {
  it('come largest first, with their prints, outlets and tone', async () => {
    const { items } = await stories();
    expect(items.map(({ articles }) => articles)).toEqual([6, 6, 5, 5, 4, 4, 3, 3, 2, 2]);
    expect(items[0]).toMatchObject({ outlets: 3, languages: ['en'], score: 0.2, lowest: 0.2, highest: 0.2 });
    expect((await stories({ least: 1 })).items).toHaveLength(12);
  });

  it('come page by page without loss or repetition, in either order', async () => {
    for (const order of ['size', 'newest']) {
      const whole = (await stories({ order, least: 1 })).items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const { items, next } = await stories({ order, least: 1, limit: 5, cursor });
        paged.push(...items.map(({ id }) => id));
        cursor = next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
  });

  it('open to their prints, oldest first, the lead marked', async () => {
    const [largest] = (await stories()).items;
    const story = await queries.story(largest?.id ?? '', 'topic:agi', { now });
    expect(story).toMatchObject({ articles: 6, outlets: 3, targetName: 'AGI timelines' });
    expect(story.prints.map(({ lead }) => lead)).toEqual([true, false, false, false, false, false]);
    const times = story.prints.map(({ published }) => published);
    expect(times).toEqual([...times].sort());
    await expect(queries.story('nothing', 'all', { now })).rejects.toThrow(/story/);
  });
});

describe('two languages', () => {
  it('show the gap in tone, who wrote first, and the aspects of one alone', async () => {
    const filter = coverageFilter.parse({ ...range, targets: ['topic:chips'], unit: 'articles' });
    const answer = await queries.languages(filter, ['zh', 'en'], { now });
    expect(answer.sides.map(({ n, net }) => [n, net.value])).toEqual([
      [60, 1],
      [60, -1],
    ]);
    expect(answer.series.map(({ name, n }) => [name, n.reduce((sum, count) => sum + count, 0)])).toEqual([
      ['zh', 60],
      ['en', 60],
    ]);
    const chips = answer.targets.find(({ target }) => target === 'topic:chips');
    expect(chips?.lead?.hours).toBe(10);
    expect(answer.aspects).toMatchObject([
      {
        aspect: 'cost',
        sides: [
          { n: 60, share: 1 },
          { n: 0, share: 0 },
        ],
      },
    ]);
  });

  it('name no leader where one of them is silent', async () => {
    const answer = await queries.languages(coverageFilter.parse(range), ['zh', 'en'], { now });
    expect(answer.targets.find(({ target }) => target === 'topic:agi')).toMatchObject({
      sides: [{ n: 0 }, { n: 12 }],
      lead: null,
    });
  });
});

describe('annotations', () => {
  it('show on the charts of their subject and, without one, on all', async () => {
    const notes = new AnnotationRepository(bed.database);
    const pin = (text: string, day: number, target: string | null) =>
      notes.insert(
        { id: randomUUID(), at: new Date(Date.UTC(2026, 3, day)), text, target, madeByName: 'Ada' },
        'user',
        now,
      );
    await pin('summit', 3, null);
    await pin('verdict', 2, 'topic:agi');
    await pin('other', 2, 'topic:chips');
    await pin('late', 30, null);
    const from = new Date(Date.UTC(2026, 3, 1));
    const texts = async (target?: string) =>
      (await notes.within(from, new Date(Date.UTC(2026, 3, 10)), target)).map(({ text }) => text);
    expect(await texts('topic:agi')).toEqual(['verdict', 'summit']);
    expect(await texts()).toEqual(['summit']);
    const [summit] = await notes.within(from, now, undefined);
    expect(await notes.delete(summit?.id ?? '')).toBe(true);
    expect(await texts()).toEqual([]);
  });
});
