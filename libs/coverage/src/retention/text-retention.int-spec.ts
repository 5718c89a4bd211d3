import type { ArticleDraft } from '@timbre/collection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excerptDetail } from '../excerpts/excerpt-detail.js';
import { ArticleIntakeService } from '../intake/article-intake.service.js';
import { CoverageQueries } from '../queries/coverage-queries.service.js';
import { ArticleReader } from '../readings/article-reader.service.js';
import { type CoverageTestBed, coverageTestBed } from '../test-bed/coverage-test-bed.js';
import { RollupVerifier } from '../verification/rollup-verification.service.js';
import { TextRetentionRepository } from './text-retention.repository.js';
import { TextRetention } from './text-retention.service.js';

// Real: PostgreSQL, intake, reader, queries, the check of all roll-ups. Scripted: the analysis.
let bed: CoverageTestBed;
let retention: TextRetention;
const day = 86_400_000;
const collected = new Date('2026-03-01T12:00:00Z');
const after = (days: number): Date => new Date(collected.getTime() + days * day);
const filler = 'Words that nobody keeps. '.repeat(60);
const evidence = 'topic:agi=-0.8';

const draft = (page: number, sourceId: string): ArticleDraft => ({
  sourceId,
  canonicalUrl: `https://example.com/${page}`,
  title: `Title ${page}`,
  text: `${filler}Then came ${evidence}. ${filler}`,
  published: new Date('2026-03-01T10:00:00Z'),
  dated: true,
  collected,
});

beforeAll(async () => {
  bed = await coverageTestBed();
  const facts = { outlet: 'o', reach: 1, sample: false };
  retention = new TextRetention(bed.database, new TextRetentionRepository(bed.database), {
    all: () =>
      Promise.resolve([
        { ...facts, id: 's1', name: 's1', retentionDays: 30 },
        { ...facts, id: 's2', name: 's2', retentionDays: null },
      ]),
  });
});
afterAll(() => bed.close());

async function readQueued(): Promise<void> {
  for (const { articleIds } of bed.queue.jobs.splice(0)) await bed.module.get(ArticleReader).read(articleIds);
}

describe('text retention', () => {
  it('removes texts in time, leaves numbers, evidence and other sources, and reads nothing anew', async () => {
    const [first, other] = await bed.module.get(ArticleIntakeService).accept([draft(1, 's1'), draft(2, 's2')]);
    const [id, kept] = [first?.id ?? '', other?.id ?? ''];
    const queries = bed.module.get(CoverageQueries);
    const verifier = bed.module.get(RollupVerifier);
    expect(await retention.run(after(31))).toBe(0); // It waits to be read.
    await readQueued();
    const before = await queries.article(id);

    expect(await retention.run(after(29))).toBe(0);
    expect(await retention.run(after(31))).toBe(1);
    expect(await retention.run(after(31))).toBe(0);

    const now = await queries.article(id);
    expect(now).toMatchObject({ textRemoved: true, title: 'Title 1', score: before.score, evidence: before.evidence });
    expect(now.text).toHaveLength(before.text.length);
    expect(now.text).not.toContain('nobody keeps');
    expect(now.reading?.targets).toEqual(before.reading?.targets);
    expect((await queries.article(kept)).text).toContain('nobody keeps');
    expect((await queries.articles({ ...wholeList, q: 'nobody' })).items.map((item) => item.id)).toEqual([kept]);
    expect((await verifier.verify()).differences).toEqual([]);

    bed.catalogue.version += 1;
    await bed.module.get(ArticleReader).read([id, kept]);
    expect((await queries.article(id)).reading?.targets).toEqual(before.reading?.targets);
    expect((await verifier.verify()).differences).toEqual([]);
  });

  it('takes a text in again that its page changed, until its time is over again', async () => {
    const changed = { ...draft(1, 's1'), text: `${filler} New: topic:agi=0.4` };
    const [outcome] = await bed.module.get(ArticleIntakeService).accept([changed]);
    await readQueued();
    const queries = bed.module.get(CoverageQueries);
    expect(await queries.article(outcome?.id ?? '')).toMatchObject({ textRemoved: false, score: 0.4 });
    expect(await retention.run(after(31))).toBe(1);
  });

  it('shows viewers excerpts: the score and its sentence, nothing else', async () => {
    const [stored] = await bed.module.get(ArticleIntakeService).accept([draft(3, 's2')]);
    await readQueued();
    const whole = await bed.module.get(CoverageQueries).article(stored?.id ?? '');
    const shown = excerptDetail(whole);
    expect(shown.text).toHaveLength(whole.text.length);
    expect(shown.text).toContain('Title 3');
    expect(shown.text).toContain(evidence);
    expect(JSON.stringify(shown.reading)).not.toContain('nobody keeps');
    expect(shown.text).not.toContain('nobody keeps');
  });
});

const wholeList = {
  targets: [],
  sources: [],
  languages: [],
  labels: [],
  aspects: [],
  speakers: [],
  unit: 'articles',
  limit: 50,
} as unknown as Parameters<CoverageQueries['articles']>[0];
