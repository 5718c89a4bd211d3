import type { ArticleDraft } from '@timbre/collection';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { ArticleRemoval } from './removal/article-removal.service.js';
import { Sweeper } from './sweeping/sweeper.service.js';
import { type CoverageTestBed, coverageTestBed } from './test-bed/coverage-test-bed.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

let bed: CoverageTestBed;
let intake: ArticleIntakeService;
let reader: ArticleReader;
let removal: ArticleRemoval;
let verifier: RollupVerifier;

beforeAll(async () => {
  bed = await coverageTestBed();
  intake = bed.module.get(ArticleIntakeService);
  reader = bed.module.get(ArticleReader);
  removal = bed.module.get(ArticleRemoval);
  verifier = bed.module.get(RollupVerifier);
});
afterAll(() => bed.close());

const collected = new Date('2026-06-30T12:00:00Z');
const draft = (page: number, parts: Partial<ArticleDraft> = {}): ArticleDraft => ({
  sourceId: 's1',
  canonicalUrl: `https://example.com/${page}`,
  title: `Title ${page}`,
  text: `Text ${page} topic:agi=0.5`,
  published: new Date('2026-06-01T10:30:00Z'),
  dated: true,
  collected,
  ...parts,
});
const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
  Number((await bed.database.query<{ n: string }>(sql, parameters))[0]?.n);

async function readQueued(): Promise<void> {
  for (const { articleIds } of bed.queue.jobs.splice(0)) await reader.read(articleIds);
}

describe('intake', () => {
  it('takes an article once, whatever its date, and says so', async () => {
    const first = await intake.accept([draft(1), draft(1, { published: new Date('2026-01-01') }), draft(2)]);
    expect(first.map(({ status }) => status)).toEqual(['new', 'duplicate', 'new']);
    const again = await intake.accept([draft(2), draft(1, { published: new Date('2026-01-01') })]);
    expect(again.map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    expect(again[1]?.id).toBe(first[0]?.id);
    await readQueued();
    expect((await verifier.verify()).differences).toEqual([]);
  });

  it('does not let a second source overwrite what the first brought', async () => {
    await intake.accept([draft(3)]);
    const [outcome] = await intake.accept([draft(3, { sourceId: 's2', text: 'in short' })]);
    expect(outcome?.status).toBe('duplicate');
  });

  it('counts a date in the future as no date', async () => {
    const [outcome] = await intake.accept([draft(4, { published: new Date('2031-01-01') })]);
    expect(
      await count('SELECT count(*) AS n FROM article WHERE id = $1 AND NOT dated AND published = $2', [
        outcome?.id,
        collected,
      ]),
    ).toBe(1);
    await readQueued();
  });

  it('keeps dates from long ago and articles without text or URL', async () => {
    await intake.accept([
      draft(5, { published: new Date('1970-01-01T00:00:00Z') }),
      draft(6, { canonicalUrl: undefined, text: '', title: '' }),
      draft(7, { text: `lone \ud800 and \u0000 topic:agi=-1` }),
    ]);
    await readQueued();
    expect((await verifier.verify()).differences).toEqual([]);
  });
});

describe('stories', () => {
  it('moves the lead to an earlier copy that arrives late, and back when it goes', async () => {
    const text = 'the very same words topic:lead=0.9';
    const published = (day: number) => ({ text, published: new Date(Date.UTC(2026, 4, day)) });
    const [later] = await intake.accept([draft(10, published(20))]);
    await readQueued();
    const leadOf = async (): Promise<string | undefined> =>
      (
        await bed.database.query<{ id: string }>(
          `SELECT article_id AS id FROM mention WHERE target = 'topic:lead' AND lead`,
        )
      ).map(({ id }) => id)[0];
    expect(await leadOf()).toBe(later?.id);
    const [earlier] = await intake.accept([draft(11, { ...published(3), sourceId: 's2' })]);
    expect(await leadOf()).toBe(later?.id);
    await readQueued();
    expect(await leadOf()).toBe(earlier?.id);
    expect((await verifier.verify()).differences).toEqual([]);
    await removal.delete([earlier?.id ?? '']);
    expect(await leadOf()).toBe(later?.id);
    expect((await verifier.verify()).differences).toEqual([]);
  });
});

describe('reading', () => {
  it('has the effect of one reading when a job is delivered twice, even at the same time', async () => {
    await intake.accept(Array.from({ length: 60 }, (_, i) => draft(100 + i)));
    const jobs = bed.queue.jobs.splice(0);
    const before = await count(`SELECT coalesce(sum(n), 0) AS n FROM rollup_target_language_hour WHERE target = 'all'`);
    await Promise.all([...jobs, ...jobs, ...jobs].map(({ articleIds }) => reader.read(articleIds)));
    for (const { articleIds } of jobs) expect((await reader.read(articleIds)).read).toBe(0);
    const after = await count(`SELECT sum(n) AS n FROM rollup_target_language_hour WHERE target = 'all'`);
    expect(after - before).toBe(60);
    expect((await verifier.verify()).differences).toEqual([]);
  });

  it('lets many writers work on the same targets without a deadlock', async () => {
    const drafts = Array.from({ length: 240 }, (_, i) =>
      draft(1_000 + i, { text: `topic:${'abcdefgh'[i % 8]}=0.${i % 10} story ${i % 40}`, sourceId: `s${1 + (i % 3)}` }),
    );
    await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        const own = drafts.filter((_, i) => i % 4 === writer || i % 7 === 0).toSorted(() => (writer % 2 ? 1 : -1));
        const outcomes = await intake.accept(own);
        await reader.read(outcomes.map(({ id }) => id));
        await reader.read(outcomes.map(({ id }) => id).reverse());
      }),
    );
    bed.queue.jobs = [];
    expect((await verifier.verify()).differences).toEqual([]);
    await bed.database.query('SELECT pg_stat_force_next_flush()');
    expect(await count('SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()')).toBe(0);
  });

  it('subtracts what a new version of the catalogue replaces', async () => {
    const total = () => count(`SELECT sum(n) AS n FROM rollup_target_source_day`);
    const [before, ids] = [await total(), await bed.database.query<{ id: string }>('SELECT id FROM article')];
    bed.catalogue.version += 1;
    await reader.read(ids.map(({ id }) => id));
    expect(await total()).toBe(before);
    expect((await verifier.verify()).differences).toEqual([]);
  });

  it('gives up on an article that cannot be read, and reads the others', async () => {
    const outcomes = await intake.accept([draft(2_000, { text: 'unreadable' }), draft(2_001)]);
    bed.queue.jobs = [];
    const ids = outcomes.map(({ id }) => id);
    expect(await reader.read(ids)).toMatchObject({ read: 1, failed: 1 });
    for (let attempt = 0; attempt < 6; attempt += 1) await reader.read(ids);
    expect(await count(`SELECT count(*) AS n FROM article WHERE state = 'failed'`)).toBe(1);
  });
});

describe('writing', () => {
  it('does not let one article that the database refuses hold up the others', async () => {
    // Too long for an index, and too irregular to be compressed.
    const id = Array.from({ length: 9_000 }, (_, i) => ((i * 7_919 + (i ** 3 % 104_729)) % 36).toString(36)).join('');
    const outcomes = await intake.accept([draft(2_100, { text: `topic:${id}=0.5` }), draft(2_101), draft(2_102)]);
    bed.queue.jobs = [];
    expect(await reader.read(outcomes.map((outcome) => outcome.id))).toMatchObject({ read: 2, failed: 1 });
    expect(await count(`SELECT count(*) AS n FROM article WHERE error LIKE '%index%' AND state = 'waiting'`)).toBe(1);
    expect((await verifier.verify()).differences).toEqual([]);
  });
});

describe('sweeper', () => {
  it('asks again for what the queue lost', async () => {
    const [outcome] = await intake.accept([draft(3_000)]);
    bed.queue.jobs = [];
    const sweeper = bed.module.get(Sweeper);
    await sweeper.sweep(new Date(collected.getTime() + 30_000));
    expect(bed.queue.jobs.flatMap(({ articleIds }) => articleIds)).not.toContain(outcome?.id);
    const late = new Date(collected.getTime() + 3_600_000);
    await sweeper.sweep(late);
    expect(bed.queue.jobs.flatMap(({ articleIds }) => articleIds)).toContain(outcome?.id);
    bed.queue.jobs = [];
    await sweeper.sweep(late);
    expect(bed.queue.jobs).toEqual([]);
    await reader.read([outcome?.id ?? '']);
  });
});

describe('roll-ups', () => {
  /** One step of a life of coverage; numbers choose pages, texts and dates from a small set so that steps meet. */
  const step = fc.record({
    action: fc.constantFrom('accept', 'read', 'reread', 'delete', 'exclude', 'include'),
    pages: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 6 }),
    text: fc.integer({ min: 0, max: 4 }),
    day: fc.integer({ min: 0, max: 75 }),
    score: fc.integer({ min: -10, max: 10 }),
  });

  it('equal a recomputation after any sequence of intake, re-reading, moves and removals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const known = new Map<number, string>();
        for (const { action, pages, text, day, score } of steps) {
          const ids = pages.flatMap((page) => known.get(page) ?? []);
          if (action === 'accept') {
            const drafts = pages.map((page) =>
              draft(9_000 + page, {
                sourceId: `s${1 + (page % 2)}`,
                text: `story ${text} topic:x=${score / 10} entity:y${page % 2}=${-score / 10}`,
                published: new Date(Date.UTC(2026, 2, 1 + day, page, 59)),
              }),
            );
            const outcomes = await intake.accept(drafts);
            pages.forEach((page, index) => known.set(page, outcomes[index]?.id ?? ''));
          } else if (action === 'read') await reader.read(ids);
          else if (action === 'reread') {
            bed.catalogue.version += 1;
            await reader.read(ids);
          } else if (action === 'delete') await removal.delete(ids);
          else if (action === 'exclude') await removal.exclude(ids);
          else await removal.include(ids, collected);
        }
        expect((await verifier.verify()).differences).toEqual([]);
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
    bed.queue.jobs = [];
  }, 60_000);

  it('are the same after a rebuild, in another zone too', async () => {
    await verifier.rebuild('Asia/Shanghai');
    expect(await verifier.verify()).toMatchObject({ ok: true, zone: 'Asia/Shanghai' });
    await intake.accept([draft(4_000, { published: new Date('2026-06-01T17:30:00Z') })]);
    await readQueued();
    expect(await verifier.verify()).toMatchObject({ ok: true });
    expect(
      await count(`SELECT count(*) AS n FROM rollup_target_language_day WHERE target = 'all' AND day = '2026-06-02'`),
    ).toBe(1);
  });

  it('are found wrong when they are', async () => {
    await bed.database.query(
      `UPDATE rollup_target_language_day SET positive = positive + 1 WHERE target = 'topic:agi'`,
    );
    expect((await verifier.verify()).ok).toBe(false);
    await verifier.rebuild('UTC');
    expect((await verifier.verify()).ok).toBe(true);
  });
});
