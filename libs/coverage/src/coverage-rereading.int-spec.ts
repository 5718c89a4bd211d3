import { type LongJob, rereadPreview } from '@timbre/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CatalogueService } from '@timbre/catalogue';
import { CorrectionService } from './corrections/correction.service.js';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { CurrentAnalysis } from './readings/current-analysis.service.js';
import { ReadingRepository } from './readings/reading.repository.js';
import { CorrectionRepository } from './corrections/correction.repository.js';
import { StoredReadingRepository } from './corrections/stored-reading.repository.js';
import { HistoryRereader } from './rereading/history-rereader.service.js';
import { OutdatedReadingRepository } from './rereading/outdated-reading.repository.js';
import { RereadPreviewer } from './rereading/reread-previewer.service.js';
import { RereadTrigger } from './rereading/reread-trigger.service.js';
import { Rereading } from './rereading/rereading.service.js';
import { RunningAnalysisRepository } from './rereading/running-analysis.repository.js';
import { ScorerLedgerRepository } from './scoring/ledger/scorer-ledger.repository.js';
import { type CoverageTestBed, coverageTestBed } from './test-bed/coverage-test-bed.js';
import { ScriptedAnalyser } from './test-bed/scripted-analyser.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

/** Real: PostgreSQL, every repository and service of coverage. Scripted: the analysis, and the queue of long jobs. */
let bed: CoverageTestBed;
let previewer: RereadPreviewer;
let rereader: HistoryRereader;
let rereading: Rereading;
const jobs: Partial<LongJob>[] = [];
const started: { kind: string; payload: object }[] = [];
const at = new Date('2026-06-30T12:00:00Z');
const watch = () => ({ signal: new AbortController().signal, progress: () => Promise.resolve() });

/** The next version reads every score the other way round, and no quotes. */
class TurnedAnalyser extends ScriptedAnalyser {
  turned = false;

  override prepare(catalogue: Parameters<ScriptedAnalyser['prepare']>[0]) {
    const read = super.prepare(catalogue);
    return (input: Parameters<typeof read>[0]) =>
      this.turned
        ? read({
            ...input,
            text: input.text
              .replaceAll(/=(-?)(?=\d)/g, (_, sign: string) => (sign === '' ? '=-' : '='))
              .replaceAll('speaker:', ''),
          })
        : read(input);
  }
}
const analyser = new TurnedAnalyser('v1');

beforeAll(async () => {
  bed = await coverageTestBed({ analyser: () => analyser });
  const of = <Type>(type: new (...parameters: never[]) => Type): Type => bed.module.get(type);
  const [outdated, analysis] = [of(OutdatedReadingRepository), of(CurrentAnalysis)];
  previewer = new RereadPreviewer(
    outdated,
    analysis,
    of(ReadingRepository),
    of(StoredReadingRepository),
    of(CorrectionRepository),
  );
  rereader = new HistoryRereader(outdated, of(ArticleReader), analysis);
  const longJobs = {
    list: () => Promise.resolve(jobs),
    start: (_queue: unknown, payload: object, { kind }: { kind: string }) => {
      started.push({ kind, payload });
      const job = { id: String(jobs.length), kind, state: 'waiting' as const, cancelRequested: false };
      jobs.push(job);
      return Promise.resolve(job);
    },
  };
  rereading = new Rereading(
    of(RunningAnalysisRepository),
    outdated,
    of(ScorerLedgerRepository),
    bed.module.get(CatalogueService),
    longJobs as never,
    { reread: 'ask' },
  );
  const trigger = (reread: 'ask' | 'always') =>
    new RereadTrigger(bed.database, longJobs as never, outdated, analysis, { reread });
  triggers = { ask: trigger('ask'), always: trigger('always') };
  for (let page = 0; page < 40; page++) {
    const text = `topic:agi=${page % 4 === 0 ? '-' : ''}0.5 entity:x=0 ${page % 2 === 0 ? 'speaker:ann' : ''} page ${page}`;
    const published = new Date(Date.UTC(2026, 4, 1 + (page % 20), 12));
    const draft = { sourceId: 's1', canonicalUrl: `https://example.com/r${page}`, title: `T ${page}`, text };
    await bed.module.get(ArticleIntakeService).accept([{ ...draft, published, dated: true, collected: at }]);
  }
  for (const { articleIds } of bed.queue.jobs.splice(0)) await of(ArticleReader).read(articleIds);
});
let triggers: Record<'ask' | 'always', RereadTrigger>;
afterAll(() => bed.close());

const record = () => bed.module.get(RunningAnalysisRepository).record({ ...running(), since: at });
const running = () => bed.module.get(CurrentAnalysis).running;
const everything = () =>
  Promise.all(
    ['mention', 'quote', 'rollup_target_language_day', 'rollup_version_day', 'correction'].map((table) =>
      bed.database.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`),
    ),
  );

describe('another version of the analysis', () => {
  it('is nothing to preview as long as it read everything', async () => {
    expect(await rereading.state()).toMatchObject({ running: null, outdated: 0 });
    await record();
    expect(await rereading.state()).toMatchObject({
      running: { version: 'v1', scorer: '' },
      outdated: 0,
      fallbacks: 0,
    });
    await expect(rereading.preview({ sample: 300, seed: 1 }, 'u1')).rejects.toThrow('nothing to read again');
    await expect(rereading.reread({ fallbacks: true }, 'u1')).rejects.toThrow('nothing to read again');
  });

  it('waits until somebody says so, unless the settings do', async () => {
    Object.assign(analyser, { version: 'v2', turned: true });
    await record();
    expect(await rereading.state()).toMatchObject({ running: { version: 'v2' }, outdated: 40 });
    expect(await triggers.ask.check(at)).toBe(false);
    expect(started).toEqual([]);
    expect(await triggers.always.check(at)).toBe(true);
    jobs.length = started.length = 0;
  });

  it('shows on a sample what would move, the same for the same seed, and writes nothing', async () => {
    const before = await everything();
    const [preview, again, other] = [
      await previewer.run({ sample: 20, seed: 7 }, watch()),
      await previewer.run({ sample: 20, seed: 7 }, watch()),
      await previewer.run({ sample: 20, seed: 8 }, watch()),
    ];
    expect(() => rereadPreview.parse(preview)).not.toThrow();
    expect(preview).toMatchObject({ version: 'v2', sample: 20, outdated: 40, labels: { compared: 40 }, fallbacks: 0 });
    expect(again).toEqual(preview);
    expect(other).not.toEqual(preview);
    const agi = preview.targets.find(({ target }) => target === 'topic:agi');
    expect(agi).toMatchObject({ compared: 20, changed: 20, flipped: 20, before: { n: 20 } });
    expect(agi?.after.value).toBeCloseTo(-(agi?.before.value ?? 0));
    expect(preview.targets.find(({ target }) => target === 'entity:x')).toMatchObject({ changed: 0 });
    expect(preview.quotes.after).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('leaves corrections in force on both sides', async () => {
    const [one] = await bed.database.query<{ id: string }>(
      `SELECT article_id AS id FROM mention WHERE target = 'topic:agi' AND label = 1 ORDER BY 1 LIMIT 1`,
    );
    const { id } = await bed.module
      .get(CorrectionService)
      .correct(
        one?.id ?? '',
        { kind: 'mention', key: 'topic:agi', value: { label: 'positive' } },
        { userId: 'u', name: 'Ann' },
        at,
      );
    const whole = await previewer.run({ sample: 100, seed: 1 }, watch());
    expect(whole.targets.find(({ target }) => target === 'topic:agi')).toMatchObject({ compared: 40, changed: 39 });
    await bed.module.get(CorrectionService).undo(one?.id ?? '', id, { userId: 'u', name: 'Ann' }, at);
  });

  it('stops when it is called off', async () => {
    const off = { signal: AbortSignal.abort(), progress: () => Promise.resolve() };
    expect((await previewer.run({ sample: 20, seed: 7 }, off)).sample).toBe(0);
  });

  it('is started once however often it is asked for, and then moves what it said it would', async () => {
    const first = await rereading.reread({ fallbacks: false }, 'u1');
    expect((await rereading.reread({ fallbacks: false }, 'u1')).id).toBe(first.id);
    expect(started).toEqual([{ kind: 'coverage.reread', payload: { fallbacks: false } }]);
    const foretold = await previewer.run({ sample: 1000, seed: 1 }, watch());
    expect(await rereader.run(watch())).toBe(40);
    const [now] = await bed.database.query<{ net: number }>(
      `SELECT avg(label)::float8 AS net FROM mention WHERE target = 'topic:agi'`,
    );
    expect(now?.net).toBeCloseTo(foretold.targets.find(({ target }) => target === 'topic:agi')?.after.value ?? NaN);
    expect(await rereading.state()).toMatchObject({ outdated: 0 });
    expect((await bed.module.get(RollupVerifier).verify()).differences).toEqual([]);
  });
});
