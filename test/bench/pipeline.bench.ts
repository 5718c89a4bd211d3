/**
 * An import on the embedded default, from the upload until every reading is in the roll-ups, with the real launcher,
 * API and workers; against the bound 1/(1/a + 1/s) of the same run, a = articles/s of the analysis alone on all cores,
 * s = articles/s of bare inserts of the same rows. Also the most memory that API and workers held.
 *
 * `BENCH_ARTICLES=20000` for the long run.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import type { CoverageSeries } from '@timbre/contracts';
import { findEmbeddedPostgres } from '@timbre/platform';
import { childrenOf } from '../running/process-tree.js';
import { RunningTimbre } from '../running/running-timbre.js';
import { type ArticleLine, articleLines } from './article-lines.js';
import { bareInsertSeconds } from './bare-inserts.js';
import type { Measurement } from './benchmark.js';

export const name = 'pipeline';

const articles = Number(process.env.BENCH_ARTICLES ?? 2_000);
const patienceMs = 60_000 + articles * 100;

export async function run(): Promise<Measurement[]> {
  const lines = articleLines(articles);
  const alone = articles / (await analysisSeconds(lines));
  const timbre = await new RunningTimbre().start();
  try {
    const through = articles / (await importSeconds(timbre, lines));
    const memory = (service: string): number =>
      Math.max(0, ...childrenOf(timbre.launcherPid, `${service}/dist/main.js`).map(mostMegabytes));
    const [worker, api] = [memory('worker'), memory('api')];
    const server = await findEmbeddedPostgres({ dataFolder: timbre.dataFolder });
    if (server === null) throw new Error('The embedded PostgreSQL is not running.');
    const inserts = articles / (await bareInsertSeconds(server.url));
    const bound = 1 / (1 / alone + 1 / inserts);
    return [
      { name: 'articles', value: articles },
      { name: 'analysis alone, all cores', value: alone, unit: 'articles/s' },
      { name: 'bare inserts of the same rows', value: inserts, unit: 'articles/s' },
      { name: 'import to roll-ups', value: through, unit: 'articles/s' },
      {
        name: 'against the bound',
        value: through / bound,
        unit: '×',
        goal: '≥ 0.5 ×',
        met: through / bound >= 0.5,
      },
      { name: 'worker, most memory', value: worker, unit: 'MB', goal: '< 500 MB', met: worker < 500 },
      { name: 'API, most memory', value: api, unit: 'MB', goal: '< 350 MB', met: api < 350 },
    ];
  } finally {
    await timbre.stop();
  }
}

/** Seconds until as many threads as there are cores have read all articles; loading does not count. */
async function analysisSeconds(lines: readonly ArticleLine[]): Promise<number> {
  const threads = availableParallelism();
  const workers = Array.from(
    { length: threads },
    (_, thread) =>
      new Worker(new URL('analysis-alone.js', import.meta.url), {
        workerData: lines.filter((_line, index) => index % threads === thread),
      }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const start = performance.now();
  const done = Promise.all(workers.map((worker) => once(worker, 'message')));
  for (const worker of workers) worker.postMessage('go');
  await done;
  const seconds = (performance.now() - start) / 1_000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return seconds;
}

/** Seconds from the upload until the roll-ups count every article. */
async function importSeconds(timbre: RunningTimbre, lines: readonly ArticleLine[]): Promise<number> {
  const counted = async (): Promise<number> => {
    const { series } = await timbre.api<{ series: CoverageSeries[] }>(
      '/coverage/series?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&bucket=month&unit=articles&compare=none',
    );
    return series[0]?.n.reduce((sum, n) => sum + n, 0) ?? 0;
  };
  const start = performance.now();
  const body = new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]);
  await timbre.api('/imports?name=bench.jsonl', { method: 'POST', body });
  for (;;) {
    const read = await counted();
    const elapsed = performance.now() - start;
    if (read >= articles) return elapsed / 1_000;
    if (elapsed > patienceMs) throw new Error(`After ${elapsed / 1_000} s only ${read} of ${articles} were counted.`);
    // Asked seldom: the question itself must not load the machine.
    await delay(500);
  }
}

/** The largest resident size that a process ever had, from Linux. */
function mostMegabytes(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
