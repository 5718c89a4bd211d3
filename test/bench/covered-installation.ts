import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { CatalogueModule, catalogueMigrations, CatalogueService } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, SOURCE_DIRECTORY } from '@timbre/collection';
import { CoverageModule, coverageMigrations, CoverageQueries, RollupVerifier } from '@timbre/coverage';
import {
  createDataSource,
  Database,
  EventBus,
  migrate,
  platformMigrations,
  QueueService,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '@timbre/platform';
import { generateCoverage } from './synthetic-coverage.js';

const sources = 300;

export interface CoveredInstallation {
  /** Address of the database. */
  url: string;
  queries: CoverageQueries;
  mentions: number;
  /** Targets of the shipped catalogue, about which the articles are. */
  topics: string[];
  close(): Promise<void>;
}

/**
 * An embedded PostgreSQL of its own with synthetic coverage and its roll-ups, and the real queries upon it. Not here:
 * queues, events and collection, of which queries need nothing.
 */
export async function coveredInstallation(articles: number, from: Date, days: number): Promise<CoveredInstallation> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'timbre-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder, database: 'timbre', durable: false });
  const migrations = [...platformMigrations, ...catalogueMigrations, ...coverageMigrations];
  await migrate({ url: server.url, migrations, queues: false });
  const dataSource = await createDataSource({ url: server.url, poolSize: 10 }).initialize();
  const directory = Array.from({ length: sources }, (_, index) => ({
    id: `s${index}`,
    name: `Source ${index}`,
    outlet: `Outlet ${index % 200}`,
    reach: 1 + (index % 3),
    sample: false,
  }));
  const surroundings = [
    { provide: Database, useValue: new Database(dataSource) },
    { provide: QueueService, useValue: {} },
    { provide: EventBus, useValue: { publish: () => Promise.resolve(), subscribe: () => () => undefined } },
    { provide: SOURCE_DIRECTORY, useValue: { all: () => Promise.resolve(directory) } },
    { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve([]) } },
  ];
  const app = await NestFactory.createApplicationContext(
    {
      module: class BenchModule {},
      imports: [
        {
          module: class SurroundingsModule {},
          global: true,
          providers: surroundings,
          exports: surroundings.map(({ provide }) => provide),
        },
        CatalogueModule,
        CoverageModule,
      ],
    },
    { logger: ['error'] },
  );
  const { catalogue } = await app.get(CatalogueService, { strict: false }).current();
  const topics = catalogue.topics.map(({ id }) => `topic:${id}`);
  const one = await createDataSource({ url: server.url, poolSize: 1 }).initialize();
  const entities = catalogue.entities.map(({ id }) => `entity:${id}`);
  await generateCoverage(new Database(one), { articles, from, days, topics, entities, sources });
  await app.get(RollupVerifier, { strict: false }).rebuild('UTC');
  await one.query('VACUUM ANALYZE');
  const [counted] = await one.query<{ mentions: number }[]>('SELECT count(*)::int AS mentions FROM mention');
  await one.destroy();
  return {
    url: server.url,
    queries: app.get(CoverageQueries, { strict: false }),
    mentions: counted?.mentions ?? 0,
    topics,
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await stopEmbeddedPostgres(server);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
