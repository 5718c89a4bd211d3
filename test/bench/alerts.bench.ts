/**
 * What alerting costs: 1,000 rules that are looked at every minute, on 1,000,000 mentions, as a share of one core; and
 * how long the simulation of 90 days takes while a threshold is dragged.
 *
 * `BENCH_MENTIONS=10000000` measures on more.
 */
import { readdirSync } from 'node:fs';
import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';
import { alertedInstallation, type AlertedInstallation, processFields } from './alerted-installation.js';
import type { Measurement } from './benchmark.js';
import { quantile, timesOf } from './times.js';

export const name = 'alerts';

const from = new Date('2025-05-01T00:00:00Z');
const days = 549;
const now = new Date(from.getTime() + days * 86_400_000);
const mentionsPerArticle = 9.3;
const rules = 1_000;
const minute = 60_000;

export async function run(): Promise<Measurement[]> {
  const mentions = Number(process.env.BENCH_MENTIONS ?? 1_000_000);
  const installation = await alertedInstallation(Math.round(mentions / mentionsPerArticle), from, days);
  try {
    return [
      { name: 'mentions', value: installation.mentions },
      ...(await evaluation(installation)),
      ...(await simulation(installation)),
    ];
  } finally {
    await installation.close();
  }
}

async function evaluation({
  evaluator,
  rules: service,
  topics,
  databasePid,
}: AlertedInstallation): Promise<Measurement[]> {
  for (let index = 0; index < rules; index += 1) {
    await service.create(ruleOf(index, topics), { by: 'bench', at: now });
  }
  const rounds: { wall: number; core: number }[] = [];
  for (let round = 0; round < 4; round += 1) {
    const [begun, cpu, database] = [performance.now(), process.cpuUsage(), databaseSeconds(databasePid)];
    const evaluated = await evaluator.evaluateDue(new Date(now.getTime() + round * minute));
    if (evaluated !== rules) throw new Error(`${evaluated} of ${rules} rules were evaluated.`);
    const { user, system } = process.cpuUsage(cpu);
    const core = (user + system) / 1e6 + databaseSeconds(databasePid) - database;
    rounds.push({ wall: (performance.now() - begun) / 1_000, core });
  }
  // The first round fills caches.
  const warm = rounds.slice(1);
  const core = quantile(
    warm.map((round) => round.core),
    0.5,
  );
  const share = (core / 60) * 100;
  return [
    {
      name: `${rules} rules, one round`,
      value: quantile(
        warm.map(({ wall }) => wall),
        0.5,
      ),
      unit: 's',
    },
    { name: `${rules} rules, one round, processor`, value: core, unit: 's' },
    { name: `${rules} rules every 60 s, of one core`, value: share, unit: '%', goal: '≤ 25 %', met: share <= 25 },
  ];
}

async function simulation({ simulator, topics }: AlertedInstallation): Promise<Measurement[]> {
  const cases: Record<string, AlertRuleInput> = {
    'simulation of 90 days': ruleOf(0, topics),
    'simulation of 90 days, anomaly': {
      ...ruleOf(0, topics),
      condition: { kind: 'anomaly', z: 3, direction: 'either' },
    },
    'simulation of 90 days, each of 20 topics': {
      ...ruleOf(0, topics),
      filter: { ...ruleOf(0, topics).filter, targets: [] },
      forEach: { by: 'topic', most: 20 },
    },
  };
  const measured: Measurement[] = [];
  for (const [label, rule] of Object.entries(cases)) {
    const value = quantile(await timesOf(() => simulator.simulate(rule, { now }), 5), 0.95) / 1_000;
    measured.push({ name: label, value, unit: 's', goal: '≤ 3 s', met: value <= 3 });
  }
  return measured;
}

/** Rules as an installation has them: several thresholds on the same topic, some windows, some languages. */
function ruleOf(index: number, topics: readonly string[]): AlertRuleInput {
  const series = (['net', 'volume', 'negative-share'] as const)[index % 3] ?? 'net';
  const topic = topics[index % Math.min(40, topics.length)] ?? 'all';
  return alertRuleInput.parse({
    name: `Rule ${index}`,
    series,
    condition: {
      kind: series === 'net' ? 'below' : 'above',
      threshold: series === 'volume' ? 1e6 : 0.99 * (series === 'net' ? -1 : 1),
    },
    filter: { targets: [topic], sources: [], languages: index % 5 === 0 ? ['en'] : [], unit: 'stories' },
    window: [86_400, 604_800][index % 2],
    minimumOutlets: 3,
    interval: 60,
  });
}

/** Processor time of the database server and all its children so far, in seconds. */
function databaseSeconds(server: number): number {
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return all.reduce((sum, pid) => {
    try {
      const { parent, seconds } = processFields(Number(pid));
      return Number(pid) === server || parent === server ? sum + seconds : sum;
    } catch (error) {
      // A process that ended between the two looks.
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ESRCH') return sum;
      throw error;
    }
  }, 0);
}
