import { type ArticleQuery, articleQuery, coverageFilter, type CoverageFilterInput } from '@timbre/contracts';
import type { ArticleDraft } from '@timbre/collection';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { CoverageQueries } from './queries/coverage-queries.service.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { type CoverageTestBed, coverageTestBed } from './test-bed/coverage-test-bed.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

let bed: CoverageTestBed;
let queries: CoverageQueries;
const now = new Date('2026-07-01T00:00:00Z');
const asked = { now };

/** 240 articles over three months: copies, two languages, three sources, quotes, forecasts, aspects. */
const drafts: ArticleDraft[] = Array.from({ length: 240 }, (_, i) => ({
  sourceId: `s${1 + (i % 3)}`,
  canonicalUrl: `https://example.com/${i}`,
  title: i % 5 === 0 ? `芯片 出口管制 ${i}` : `Model news ${i}`,
  text:
    i % 4 === 3
      ? `copied words topic:agi=0.4 number ${i % 20}`
      : `story ${i} topic:agi=${((i % 21) - 10) / 10} entity:sora=${((i % 7) - 3) / 3} ` +
        `${i % 6 === 0 ? 'aspect:cost ' : ''}${i % 8 === 0 ? 'speaker:Zhou forecast ' : ''}人工智能的未来`,
  lang: i % 2 === 0 ? 'zh' : 'en',
  published: new Date(Date.UTC(2026, 3, 1, 0, 0, 0) + i * 32_411_000),
  dated: true,
  collected: now,
}));

beforeAll(async () => {
  bed = await coverageTestBed();
  queries = bed.module.get(CoverageQueries);
  bed.catalogue.catalogue = {
    version: '1',
    topics: [{ id: 'agi', names: { en: 'AGI timelines', zh: 'AGI 时间表' }, query: 'AGI' }],
    entities: [{ id: 'sora', kind: 'product', names: { en: 'Sora' }, aliases: [] }],
  };
  await bed.module.get(ArticleIntakeService).accept(drafts);
  for (const { articleIds } of bed.queue.jobs) await bed.module.get(ArticleReader).read(articleIds);
}, 60_000);
afterAll(() => bed.close());

const filter = (parts: CoverageFilterInput = {}) =>
  coverageFilter.parse({ from: '2026-04-01T00:00:00Z', to: '2026-07-01T00:00:00Z', ...parts });
const articles = (parts: Partial<Record<keyof ArticleQuery, unknown>> = {}) =>
  queries.articles(articleQuery.parse({ unit: 'articles', limit: 200, ...parts }));
const sum = (counts: readonly number[] | undefined) => (counts ?? []).reduce((total, n) => total + n, 0);

describe('series', () => {
  it('count the same from roll-ups and from mentions, whatever the range, zone, bucket and filter', async () => {
    const property = fc.asyncProperty(
      fc.record({
        start: fc.integer({ min: 0, max: 60 * 96 }),
        length: fc.integer({ min: 1, max: 60 * 96 }),
        tz: fc.constantFrom('UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'America/New_York'),
        bucket: fc.constantFrom<'hour' | 'day' | 'week' | 'month'>('hour', 'day', 'week', 'month'),
        unit: fc.constantFrom<'articles' | 'stories'>('articles', 'stories'),
        sources: fc.constantFrom([], ['s1'], ['s1', 's3']),
        languages: fc.constantFrom([], ['zh']),
      }),
      async ({ start, length, ...rest }) => {
        const from = Date.UTC(2026, 3, 1) + start * 900_000;
        const range = { from: new Date(from).toISOString(), to: new Date(from + length * 900_000).toISOString() };
        const asWanted = { ...rest, ...range, targets: ['topic:agi', 'all'] };
        const fromRollups = await queries.series(filter(asWanted), asked);
        // Naming all labels changes nothing but makes the roll-ups useless.
        const labels = ['negative' as const, 'neutral' as const, 'positive' as const];
        const fromMentions = await queries.series(filter({ ...asWanted, labels }), asked);
        expect(fromRollups.series).toEqual(fromMentions.series);
      },
    );
    await fc.assert(property, { numRuns: 40, seed: 7 });
  });

  it('hold every mention in exactly one bucket', async () => {
    for (const tz of ['UTC', 'Pacific/Auckland', 'America/Sao_Paulo']) {
      const { series } = await queries.series(filter({ tz, unit: 'articles', bucket: 'day' }), asked);
      expect(sum(series[0]?.n)).toBe(240);
    }
  });

  it('show empty buckets as n = 0 without a score', async () => {
    const { series } = await queries.series(filter({ bucket: 'hour', to: '2026-04-03T00:00:00Z' }), asked);
    const empty = series[0]?.n.indexOf(0) ?? -1;
    expect(series[0]?.t).toHaveLength(48);
    expect([series[0]?.net[empty], series[0]?.mean[empty]]).toEqual([null, null]);
  });

  it('weigh with reach, recency and story size without changing n', async () => {
    const plain = await queries.totals(filter(), asked);
    const decayed = await queries.totals(filter({ weighting: 'decayed' }), asked);
    expect(decayed[0]?.current.n).toBe(plain[0]?.current.n);
    expect(decayed[0]?.current.net.value).not.toBe(plain[0]?.current.net.value);
  });
});

describe('totals and breakdowns', () => {
  it('agree with each other and with the series', async () => {
    const [totals] = await queries.totals(filter({ targets: ['topic:agi'] }), asked);
    const { series } = await queries.series(filter({ targets: ['topic:agi'] }), asked);
    const { rows } = await queries.breakdown(filter({ targets: ['topic:agi'] }), 'source', asked);
    const languages = await queries.breakdown(filter({ targets: ['topic:agi'] }), 'language', asked);
    expect(sum(series[0]?.n)).toBe(totals?.current.n);
    expect(sum(rows.map(({ n }) => n))).toBe(totals?.current.n);
    expect(sum(languages.rows.map(({ n }) => n))).toBe(totals?.current.n);
    expect(sum(rows.map(({ share }) => share))).toBeCloseTo(1);
    expect(totals?.current.outlets).toBe(3);
    expect(totals?.name).toBe('AGI timelines');
  });

  it('compare with the period before', async () => {
    const range = { from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z', unit: 'articles' as const };
    const [may] = await queries.totals(filter(range), asked);
    const [before] = await queries.totals(filter({ ...range, from: '2026-03-31T00:00:00Z', to: range.from }), asked);
    expect(may?.previous?.n).toBe(before?.current.n);
    expect((await queries.totals(filter({ ...range, compare: 'none' }), asked))[0]?.previous).toBeNull();
  });
});

describe('articles', () => {
  it('page by key without skipping or repeating one, in any filter', async () => {
    for (const parts of [
      {},
      { targets: 'topic:agi' },
      { unit: 'stories' },
      { targets: 'topic:agi,entity:sora', sources: 's1,s2' },
      { labels: 'positive' },
      { q: '人工智能' },
    ]) {
      const whole = await articles(parts);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await articles({ ...parts, limit: 7, cursor });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined && paged.length < 1_000);
      expect(new Set(paged).size).toBe(paged.length);
      expect(paged.slice(0, 200)).toEqual(whole.items.map(({ id }) => id));
      expect(whole.total).toBe(paged.length);
    }
  });

  it('open exactly the mentions that a point of a series counts', async () => {
    const range = { from: '2026-04-10T00:00:00Z', to: '2026-04-20T00:00:00Z' };
    for (const unit of ['articles', 'stories'] as const) {
      const { series } = await queries.series(filter({ ...range, unit, targets: ['entity:sora'] }), asked);
      const page = await articles({ ...range, unit, targets: 'entity:sora' });
      expect(page.items).toHaveLength(sum(series[0]?.n));
    }
  });

  it.each([
    ['出口管制', 48],
    ['title:出口', 48],
    ['title:未来', 0],
    ['"Model news"', 192],
    ['"news model"', 0],
    ['model -copied', 144],
    ['智能', 180],
    ['(芯片 OR copied) zho*', 6],
    ['NOT (model OR 芯片)', 0],
    ['!!!', 0],
  ])('are found by %s', async (q, total) => {
    expect((await articles({ q })).total).toBe(total);
  });

  it('show their evidence, and open down to the words', async () => {
    const [first] = (await articles({ targets: 'topic:agi', labels: 'negative', aspects: 'cost' })).items;
    expect(first?.label).toBe('negative');
    expect(first?.evidence).toMatch(/^topic:agi=-/);
    const detail = await queries.article(first?.id ?? '');
    const target = detail.reading?.targets.find(({ id }) => id === 'agi');
    const term = target?.evidence[0]?.terms[0];
    expect(detail.text.slice(term?.from, term?.to)).toMatch(/^topic:agi=-/);
    expect(detail.history).toMatchObject([{ version: 'scripted-1' }]);
  });

  it('are refused under a foreign cursor, and missing ones are said to be missing', async () => {
    await expect(articles({ cursor: 'nonsense' })).rejects.toThrow('cursor');
    await expect(queries.article('not-an-id')).rejects.toThrow('There is no article');
  });
});

describe('views', () => {
  it('give the overview in agreement with its parts', async () => {
    const view = await queries.overview(filter(), asked);
    expect(sum(view.series[0]?.n)).toBe(view.totals.current.n);
    expect(sum(view.topics.rows[0]?.n)).toBe(view.topicRows[0]?.n);
    expect(view.provenance).toMatchObject({ sources: 3, sample: true, versions: ['scripted-1'], versionBreaks: [] });
  });

  it('give a target with aspects, holders, company and what moved it', async () => {
    const view = await queries.target('topic:agi', filter({ from: '2026-05-15T00:00:00Z', compare: 'previous' }), {
      now,
      language: 'zh',
    });
    expect(view.name).toBe('AGI 时间表');
    expect(view.aspects[0]).toMatchObject({ aspect: 'cost' });
    expect(view.holders[0]).toMatchObject({ speaker: 'Zhou' });
    expect(view.coMentioned[0]).toMatchObject({ key: 'entity:sora', name: 'Sora' });
    expect(view.languages.map(({ name }) => name).sort()).toEqual(['en', 'zh']);
    expect(sum(view.languages.flatMap(({ n }) => n))).toBe(sum(view.series.n));
    expect(view.drivers.stories.length).toBeGreaterThan(0);
    const { before, after, stories } = view.drivers;
    expect(Math.sign(stories[0]?.contribution ?? 0)).toBe(Math.sign((after ?? 0) - (before ?? 0)) || 1);
  });

  it('list forecasts with their index, and quotes by speaker', async () => {
    const forecasts = await queries.forecasts(filter({ unit: 'articles' }), asked);
    expect(forecasts.total).toBe(forecasts.rows.length);
    expect(forecasts.index.median.at(-1)).toBe('2028-01-01');
    expect(forecasts.subjects).toEqual([{ id: 'AGI', name: 'AGI', n: forecasts.total }]);
    const page = await queries.quotes(filter({ unit: 'articles', speakers: ['Zhou'] }), { limit: 5 });
    expect(page.items).toHaveLength(5);
    const next = await queries.quotes(filter({ unit: 'articles', speakers: ['Zhou'] }), {
      limit: 100,
      cursor: page.next ?? '',
    });
    expect(page.items.length + next.items.length).toBe(forecasts.total);
  });

  it('know the extent', async () => {
    expect(await queries.extent()).toMatchObject({ articles: 240, sample: true, first: '2026-04-01T00:00:00.000Z' });
  });

  it('keep to the roll-ups in another reporting zone', async () => {
    await bed.module.get(RollupVerifier).rebuild('Asia/Shanghai');
    const { series } = await queries.series(filter({ tz: 'Asia/Shanghai', bucket: 'week', unit: 'articles' }), asked);
    expect(sum(series[0]?.n)).toBe(240);
  });
});
