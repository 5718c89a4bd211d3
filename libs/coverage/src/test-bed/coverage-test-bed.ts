import { Test, type TestingModule } from '@nestjs/testing';
import { catalogueMigrations, CatalogueService } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, SOURCE_DIRECTORY } from '@timbre/collection';
import type { Catalogue } from '@timbre/contracts';
import { Database, EventBus, QueueService } from '@timbre/platform';
import { testDatabase } from '@timbre/testing';
import { writingProviders } from '../coverage-providers.js';
import { coverageMigrations } from '../migrations/index.js';
import { queryProviders } from '../queries/query-providers.js';
import { ARTICLE_ANALYSER, type ArticleAnalyser } from '../readings/article-analyser.port.js';
import { ArticleReader } from '../readings/article-reader.service.js';
import { CurrentAnalysis } from '../readings/current-analysis.service.js';
import { SweepRepository } from '../sweeping/sweep.repository.js';
import { Sweeper } from '../sweeping/sweeper.service.js';
import { ScriptedAnalyser } from './scripted-analyser.js';

/** Jobs as the queue would carry them, kept in memory. */
export class RecordedQueue {
  jobs: { articleIds: string[] }[] = [];

  addBulk(_queue: unknown, payloads: { articleIds: string[] }[]): Promise<void> {
    this.jobs.push(...payloads);
    return Promise.resolve();
  }

  upsertSchedule(): Promise<void> {
    return Promise.resolve();
  }

  counts(): Promise<{ waiting: number; active: number }> {
    return Promise.resolve({ waiting: 0, active: 0 });
  }
}

export interface CoverageTestBed {
  module: TestingModule;
  database: Database;
  queue: RecordedQueue;
  /** Give it another version, and history is outdated. */
  analyser: ScriptedAnalyser;
  catalogue: { version: number; catalogue: Catalogue };
  close(): Promise<void>;
}

/** Real: PostgreSQL with the real migrations, every repository and service. Scripted: the analysis, the queue, sources. */
export async function coverageTestBed(
  options: { analyser?: (database: Database) => ArticleAnalyser } = {},
): Promise<CoverageTestBed> {
  const test = await testDatabase({ migrations: [...catalogueMigrations, ...coverageMigrations] });
  const queue = new RecordedQueue();
  const analyser = new ScriptedAnalyser();
  const catalogue = { version: 1, catalogue: { version: '1', entities: [], topics: [] } as Catalogue };
  const module = await Test.createTestingModule({
    providers: [
      ...writingProviders,
      ...queryProviders,
      ArticleReader,
      CurrentAnalysis,
      Sweeper,
      SweepRepository,
      { provide: Database, useValue: test.database },
      { provide: QueueService, useValue: queue },
      { provide: EventBus, useValue: { publish: () => Promise.resolve(), subscribe: () => () => undefined } },
      { provide: ARTICLE_ANALYSER, useValue: options.analyser?.(test.database) ?? analyser },
      { provide: CatalogueService, useValue: { current: () => Promise.resolve(catalogue) } },
      {
        provide: SOURCE_DIRECTORY,
        useValue: {
          all: () =>
            Promise.resolve(
              ['s1', 's2', 's3'].map((id, index) => ({
                id,
                name: `Source ${id}`,
                outlet: `Outlet ${id}`,
                reach: index + 1,
                sample: id === 's3',
              })),
            ),
        },
      },
      { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve([]) } },
    ],
  })
    .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
    .compile();
  return {
    module,
    database: test.database,
    queue,
    analyser,
    catalogue,
    close: async () => {
      await module.close();
      await test.close();
    },
  };
}
