import type { ArticleDetail, CorrectionInput, CoverageSeries } from '@timbre/contracts';
import { coverageFilter, forecastKey, quoteKey } from '@timbre/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorrectionService } from './corrections/correction.service.js';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { QualityService } from './quality/quality.service.js';
import { CoverageQueries } from './queries/coverage-queries.service.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { ArticleRemoval } from './removal/article-removal.service.js';
import { type CoverageTestBed, coverageTestBed } from './test-bed/coverage-test-bed.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

/** Real: PostgreSQL, every repository and service of coverage. Scripted: the analysis. */
let bed: CoverageTestBed;
let corrections: CorrectionService;
let page = 0;
const ann = { userId: 'u1', name: 'Ann' };
const at = new Date('2026-06-30T12:00:00Z');
const published = new Date('2026-06-01T10:30:00Z');

beforeAll(async () => {
  bed = await coverageTestBed();
  corrections = bed.module.get(CorrectionService);
});
afterAll(() => bed.close());

async function article(text: string, canonicalUrl = `https://example.com/${++page}`): Promise<string> {
  const draft = { sourceId: 's1', canonicalUrl, title: `T ${page}`, text, published, dated: true, collected: at };
  const [outcome] = await bed.module.get(ArticleIntakeService).accept([draft]);
  await readQueued();
  return outcome?.id ?? '';
}

async function readQueued(): Promise<void> {
  for (const { articleIds } of bed.queue.jobs.splice(0)) await bed.module.get(ArticleReader).read(articleIds);
}

/** Another version of the catalogue has every article read again. */
async function readAgain(id: string): Promise<void> {
  bed.catalogue.version += 1;
  expect((await bed.module.get(ArticleReader).read([id])).read).toBe(1);
}

const detail = (id: string): Promise<ArticleDetail> => bed.module.get(CoverageQueries).article(id);
const correct = (id: string, input: CorrectionInput) => corrections.correct(id, input, ann, at);
const label = (key: string, said: 'negative' | 'neutral' | 'positive' | 'unrelated') =>
  ({ kind: 'mention', key, value: { label: said } }) as const;

async function series(target: string): Promise<CoverageSeries | undefined> {
  const filter = { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z', bucket: 'day', targets: [target] };
  const found = await bed.module
    .get(CoverageQueries)
    .series(coverageFilter.parse({ ...filter, unit: 'articles' }), { now: at });
  return found.series[0];
}

/** Everything that a correction may touch, to compare bit for bit. */
async function rowsOf(id: string): Promise<unknown[]> {
  const tables = ['mention', 'quote', 'forecast'].map((table) =>
    bed.database.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE article_id = $1 ORDER BY to_jsonb(t)::text`, [
      id,
    ]),
  );
  const rollups = ['hour', 'day'].map((grain) =>
    bed.database.query(`SELECT * FROM rollup_target_language_${grain} WHERE n <> 0 ORDER BY 1, 2, 3`),
  );
  return Promise.all([...tables, ...rollups]);
}

async function verified(): Promise<void> {
  expect((await bed.module.get(RollupVerifier).verify()).differences).toEqual([]);
}

describe('a corrected label', () => {
  it('moves the series, outlives readings, and goes without a trace', async () => {
    const id = await article('topic:moved=0.5 entity:other=-0.4 aspect:cost');
    const before = await rowsOf(id);
    expect(await series('topic:moved')).toMatchObject({ positive: [1], negative: [0], mean: [0.5] });

    const made = await correct(id, label('topic:moved', 'negative'));
    expect(made).toMatchObject({ said: { label: 'positive', score: 0.5 }, confirms: false, by: 'Ann' });
    expect(await series('topic:moved')).toMatchObject({ positive: [0], negative: [1], mean: [-0.7], n: [1] });
    await verified();

    await readAgain(id);
    expect(await series('topic:moved')).toMatchObject({ positive: [0], negative: [1] });
    const shown = await detail(id);
    expect(shown.reading?.targets.find(({ id: target }) => target === 'moved')).toMatchObject({
      label: 'negative',
      evidence: [{ score: 0.5 }],
    });
    expect(shown.corrections).toMatchObject([{ id: made.id, applies: true }]);
    await verified();

    await corrections.undo(id, made.id, ann, at);
    expect(await rowsOf(id)).toEqual(before);
    expect((await detail(id)).corrections).toEqual([]);
    await expect(corrections.undo(id, made.id, ann, at)).rejects.toMatchObject({ status: 404 });
    await verified();
  });

  it('takes a mention out that is not about its target, and follows the lead when it comes back', async () => {
    const text = 'copied words topic:aside=0.9';
    const late = await article(text);
    const made = await correct(late, label('topic:aside', 'unrelated'));
    expect((await series('topic:aside'))?.n).toEqual([0]);
    const intake = bed.module.get(ArticleIntakeService);
    const earlier = { sourceId: 's2', canonicalUrl: 'https://example.com/first', title: `T ${page}`, text };
    await intake.accept([{ ...earlier, published: new Date('2026-05-01T00:00:00Z'), dated: true, collected: at }]);
    await readQueued();
    await corrections.undo(late, made.id, ann, at);
    expect((await series('topic:aside'))?.n).toEqual([1]);
    await verified();
    await expect(correct(late, label('all', 'unrelated'))).rejects.toMatchObject({ status: 400 });
    await expect(correct(late, label('topic:absent', 'neutral'))).rejects.toMatchObject({ status: 404 });
  });

  it('is replaced by the next judgement, which judges the analysis and not its predecessor', async () => {
    const id = await article('topic:again=0.5');
    const before = await rowsOf(id);
    await correct(id, label('topic:again', 'negative'));
    await correct(id, label('topic:again', 'unrelated'));
    const confirmed = await correct(id, { kind: 'mention', key: 'topic:again', value: 'confirm' });
    expect(confirmed).toMatchObject({ confirms: true, value: { label: 'positive' } });
    expect((await detail(id)).corrections).toHaveLength(1);
    expect(await rowsOf(id)).toEqual(before);
    const trail = await bed.database.query(
      `SELECT made_by, ended_by FROM correction WHERE article_id = $1 ORDER BY ended_at NULLS LAST`,
      [id],
    );
    expect(trail).toHaveLength(3);
    expect(trail.filter(({ ended_by }) => ended_by === null)).toHaveLength(1);
    await verified();
  });

  it('stays true under many hands at once', async () => {
    const ids = [await article('topic:many=0.5'), await article('topic:many=-0.5')];
    const labels = ['negative', 'neutral', 'positive', 'unrelated'] as const;
    bed.catalogue.version += 1;
    await Promise.all([
      ...labels.flatMap((said) => ids.map((id) => correct(id, label('topic:many', said)))),
      bed.module.get(ArticleReader).read(ids),
      bed.module.get(ArticleReader).read([...ids].reverse()),
    ]);
    for (const id of ids) expect((await detail(id)).corrections).toHaveLength(1);
    await verified();
  });

  it('waits while its article is excluded, and goes with it', async () => {
    const id = await article('topic:gone=0.5');
    await correct(id, label('topic:gone', 'negative'));
    const removal = bed.module.get(ArticleRemoval);
    await removal.exclude([id]);
    await verified();
    await expect(correct(id, label('topic:gone', 'neutral'))).rejects.toMatchObject({ status: 409 });
    await removal.include([id], at);
    await readQueued();
    expect(await series('topic:gone')).toMatchObject({ negative: [1] });
    await removal.delete([id]);
    expect(await bed.database.query('SELECT 1 FROM correction WHERE article_id = $1', [id])).toEqual([]);
    await verified();
  });
});

describe('corrected statements', () => {
  it('change subject and kind, or are no quotes, whatever is read later, until undone', async () => {
    const id = await article('speaker:bob said topic:agi=0.5 forecast');
    const before = await rowsOf(id);
    const { reading } = await detail(id);
    const [quote, forecast] = [reading?.quotes[0], reading?.forecasts[0]];
    if (quote === undefined || forecast === undefined) throw new Error('The scripted analysis reads both.');
    const said = {
      kind: 'forecast',
      key: forecastKey(forecast),
      value: { subject: 'Robots', kind: 'release' },
    } as const;
    const [noQuote, moved] = [
      await correct(id, { kind: 'quote', key: quoteKey(quote), value: { speaker: 'bob', wrong: true } }),
      await correct(id, said),
    ];
    for (const again of [false, true]) {
      if (again) await readAgain(id);
      const shown = (await detail(id)).reading;
      expect(shown?.quotes).toEqual([]);
      expect(shown?.forecasts).toMatchObject([
        { subject: 'Robots', kind: 'release', from: forecast.from, speaker: 'bob', hedge: forecast.hedge },
      ]);
      const [row] = await bed.database.query(`SELECT subject FROM forecast WHERE article_id = $1`, [id]);
      expect(row).toEqual({ subject: 'Robots' });
    }
    expect((await detail(id)).corrections.map(({ confirms, applies }) => [confirms, applies])).toEqual([
      [false, true],
      [false, true],
    ]);
    for (const one of [noQuote, moved]) await corrections.undo(id, one.id, ann, at);
    expect(await rowsOf(id)).toEqual(before);
    await verified();
  });

  it('are judged by what a judgement says: older ones know no subject and no kind', async () => {
    const id = await article('speaker:bob said topic:agi=0.5 forecast');
    const forecast = (await detail(id)).reading?.forecasts[0];
    if (forecast === undefined) throw new Error('The scripted analysis reads one.');
    const { id: made } = await correct(id, { kind: 'forecast', key: forecastKey(forecast), value: { to: null } });
    await bed.database.query(
      `UPDATE correction SET value = value - 'subject' - 'kind', said = said - 'subject' - 'kind' WHERE id = $1`,
      [made],
    );
    await readAgain(id);
    const shown = (await detail(id)).reading?.forecasts;
    expect(shown).toMatchObject([{ to: null, subject: forecast.subject, kind: forecast.kind }]);
    await corrections.undo(id, made, ann, at);
  });

  it('change speaker and interval, or go, until undone', async () => {
    const id = await article('speaker:bob said topic:agi=0.5 forecast');
    const before = await rowsOf(id);
    const { reading } = await detail(id);
    const [quote, forecast] = [reading?.quotes[0], reading?.forecasts[0]];
    if (quote === undefined || forecast === undefined) throw new Error('The scripted analysis reads both.');
    const key = forecastKey(forecast);
    const speaker = await correct(id, { kind: 'quote', key: quoteKey(quote), value: { speaker: 'Carol' } });
    await correct(id, { kind: 'forecast', key, value: { from: '2030-01-01', to: null } });
    await readAgain(id);
    const corrected = (await detail(id)).reading;
    expect(corrected?.quotes).toMatchObject([{ speaker: 'Carol', text: 'said' }]);
    expect(corrected?.forecasts).toMatchObject([{ from: '2030-01-01', to: null, speaker: 'bob' }]);

    const shownKey = corrected?.forecasts[0] === undefined ? '' : forecastKey(corrected.forecasts[0]);
    const wrong = await correct(id, { kind: 'forecast', key: shownKey, value: { wrong: true } });
    expect(wrong).toMatchObject({ key, said: { from: '2027-01-01' } });
    expect((await detail(id)).reading?.forecasts).toEqual([]);
    await expect(correct(id, { kind: 'forecast', key, value: { to: '2001-01-01' } })).rejects.toMatchObject({
      status: 400,
    });
    for (const one of [speaker, wrong]) await corrections.undo(id, one.id, ann, at);
    expect(await rowsOf(id)).toEqual(before);
    await verified();
  });

  it('are found again where the page changed around them, or said not to apply', async () => {
    const url = 'https://example.com/changing';
    const id = await article('speaker:bob topic:agi=0.5', url);
    const made = await correct(id, { kind: 'quote', key: '0-4', value: { speaker: 'Carol' } });
    await article('No one speaks. topic:agi=0.5 Longer than before, so that the page counts as changed.', url);
    expect((await detail(id)).corrections).toMatchObject([{ id: made.id, applies: false, words: 'said' }]);
    await verified();
  });
});

describe('quality', () => {
  it('counts what people said against what the analysis says by itself', async () => {
    await bed.database.query('DELETE FROM correction');
    const [first, second] = [await article('topic:q=0.5 entity:e=0.5'), await article('topic:q=-0.5')];
    await correct(first, { kind: 'mention', key: 'topic:q', value: 'confirm' });
    await correct(first, label('entity:e', 'unrelated'));
    await correct(second, label('topic:q', 'neutral'));
    const quality = await bed.module.get(QualityService).quality('en');
    expect(quality.labels).toMatchObject({ accuracy: { n: 3 }, agreement: { n: 3 } });
    expect(quality.labels.accuracy.value).toBeCloseTo(1 / 3);
    const { labels, counts } = quality.confusion;
    const cell = (gold: string, said: string) =>
      counts[labels.findIndex((l) => l === gold)]?.[labels.findIndex((l) => l === said)];
    expect(cell('neutral', 'negative')).toBe(1);
    expect(cell('unrelated', 'positive')).toBe(1);
    expect(quality.targets.map(({ target, accuracy }) => [target, accuracy.value])).toEqual([
      ['topic:q', 0.5],
      ['entity:e', 0],
    ]);
    expect(quality.languages).toMatchObject([{ lang: 'en', accuracy: { n: 3 } }]);
    expect(quality.versions).toMatchObject([{ version: 'scripted-1' }]);
    await readAgain(first);
    expect((await bed.module.get(QualityService).quality('en')).labels).toEqual(quality.labels);
  });
});
