/**
 * How fast the Overview is on 1,000,000 mentions of 18 months, against the same numbers from base rows and against
 * itself on 100,000. A filter that names all three labels changes no number, but no roll-up knows labels, so that the
 * same questions are answered from mentions.
 *
 * `BENCH_MENTIONS=10000000` measures on more.
 */
import { isDeepStrictEqual } from 'node:util';
import { coverageFilter, type CoverageFilter, targetRef } from '@timbre/contracts';
import type { Measurement } from './benchmark.js';
import { coveredInstallation, type CoveredInstallation } from './covered-installation.js';
import { quantile, timesOf } from './times.js';

export const name = 'overview';

const from = new Date('2025-05-01T00:00:00Z');
const days = 549;
const now = new Date(from.getTime() + days * 86_400_000);
/** Ends the names of questions about all mentions; others read a small part, from base rows too, and have no goal. */
const everything = '18 months';
const mentionsPerArticle = 9.3;

export async function run(): Promise<Measurement[]> {
  const most = Number(process.env.BENCH_MENTIONS ?? 1_000_000);
  const small = await measured(most / 10);
  const large = await measured(most);
  const labelled = large.cases.map(({ question, times, base }, index): Measurement[] => {
    const ratio = quantile(base, 0.5) / quantile(times, 0.5);
    const growth = quantile(times, 0.95) / quantile(small.cases[index]?.times ?? [], 0.95);
    return [
      { name: `${question}: median`, value: quantile(times, 0.5), unit: 'ms' },
      { name: `${question}: p95`, value: quantile(times, 0.95), unit: 'ms' },
      { name: `${question}: from base rows, median`, value: quantile(base, 0.5), unit: 'ms' },
      {
        name: `${question}: against base rows`,
        value: ratio,
        unit: '×',
        ...(question.endsWith(everything) && { goal: '≥ 15 ×', met: ratio >= 15 }),
      },
      { name: `${question}: p95 against a tenth`, value: growth, unit: '×', goal: '< 2 ×', met: growth < 2 },
    ];
  });
  return [{ name: 'mentions', value: large.mentions }, ...labelled.flat()];
}

interface Case {
  question: string;
  times: number[];
  base: number[];
}

async function measured(mentions: number): Promise<{ mentions: number; cases: Case[] }> {
  const installation = await coveredInstallation(Math.round(mentions / mentionsPerArticle), from, days);
  try {
    const cases: Case[] = [];
    for (const [question, ask] of Object.entries(questions(installation))) {
      const base = (): Promise<unknown> => ask({ labels: ['negative', 'neutral', 'positive'] });
      if (!isDeepStrictEqual(await ask({}), await base())) throw new Error(`${question}: the numbers differ`);
      cases.push({ question, times: await timesOf(() => ask({}), 30), base: await timesOf(base, 3) });
    }
    return { mentions: installation.mentions, cases };
  } finally {
    await installation.close();
  }
}

type Ask = (variation: Partial<CoverageFilter>) => Promise<unknown>;

function questions({ queries, topics }: CoveredInstallation): Record<string, Ask> {
  const since = (lastDays: number): string => new Date(now.getTime() - lastDays * 86_400_000).toISOString();
  const range = (lastDays: number): CoverageFilter =>
    coverageFilter.parse({ from: since(lastDays), to: now.toISOString() });
  const targets = topics.slice(0, 12).map((topic) => targetRef.parse(topic));
  return {
    [`overview, ${everything}`]: (variation) => queries.overview({ ...range(days), ...variation }, { now }),
    'overview, 30 days': (variation) => queries.overview({ ...range(30), ...variation }, { now }),
    [`daily series of 12 topics, ${everything}`]: async (variation) =>
      (await queries.series({ ...range(days), targets, bucket: 'day', ...variation }, { now })).series,
    'outlets of a topic, 90 days': async (variation) =>
      (await queries.breakdown({ ...range(90), targets: targets.slice(0, 1), ...variation }, 'source', { now })).rows,
  };
}
