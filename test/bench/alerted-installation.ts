import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import {
  alertingMigrations,
  alertingProviders,
  AlertRuleService,
  RuleEvaluator,
  RuleSimulator,
} from '@timbre/alerting';
import { CatalogueService } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, SourceService } from '@timbre/collection';
import { CoverageQueries } from '@timbre/coverage';
import {
  createDataSource,
  Database,
  EgressClient,
  EventBus,
  migrate,
  QueueService,
  SecretBox,
  settingsToken,
} from '@timbre/platform';
import { coveredInstallation } from './covered-installation.js';

export interface AlertedInstallation {
  rules: AlertRuleService;
  evaluator: RuleEvaluator;
  simulator: RuleSimulator;
  mentions: number;
  topics: string[];
  /** Pid of the database server. */
  databasePid: number;
  close(): Promise<void>;
}

/** Synthetic coverage with all of alerting upon it. Not here: queues, channels and collection. */
export async function alertedInstallation(articles: number, from: Date, days: number): Promise<AlertedInstallation> {
  const covered = await coveredInstallation(articles, from, days);
  await migrate({ url: covered.url, migrations: alertingMigrations, queues: false });
  const dataSource = await createDataSource({ url: covered.url, poolSize: 10 }).initialize();
  const { topics } = covered;
  const catalogue = {
    topics: topics.map((topic) => ({ id: topic.slice('topic:'.length), names: { en: topic } })),
    entities: [],
  };
  const surroundings = [
    { provide: Database, useValue: new Database(dataSource) },
    { provide: CoverageQueries, useValue: covered.queries },
    { provide: CatalogueService, useValue: { current: () => Promise.resolve({ catalogue }) } },
    { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve([]) } },
    { provide: SourceService, useValue: { all: () => Promise.resolve([]) } },
    { provide: QueueService, useValue: { add: () => Promise.resolve() } },
    { provide: EventBus, useValue: { publish: () => Promise.resolve() } },
    { provide: SecretBox, useValue: new SecretBox('b'.repeat(40)) },
    { provide: EgressClient, useValue: {} },
    { provide: settingsToken, useValue: { host: '127.0.0.1', port: 3000 } },
  ];
  const app = await NestFactory.createApplicationContext(
    { module: class AlertsBenchModule {}, providers: [...alertingProviders, ...surroundings] },
    { logger: ['error'] },
  );
  const [backend] = await dataSource.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  return {
    rules: app.get(AlertRuleService),
    evaluator: app.get(RuleEvaluator),
    simulator: app.get(RuleSimulator),
    mentions: covered.mentions,
    topics,
    databasePid: processFields(backend?.pid ?? 0).parent,
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await covered.close();
    },
  };
}

/** Parent of a process, and the seconds of a processor that it has used. */
export function processFields(pid: number): { parent: number; seconds: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
}
