import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmbeddedPostgres, stopEmbeddedPostgres } from '@timbre/platform';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the PostgreSQL that all tests of this run share; it starts with the first test that needs it. */
    testDataFolder: string;
  }
}

/** Vitest's global set-up: names the folder of the shared server, and ends the server when the run ends. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timbre-test-'));
  project.provide('testDataFolder', dataFolder);
  return async () => {
    const server = await findEmbeddedPostgres({ dataFolder });
    if (server !== null) await stopEmbeddedPostgres(server);
    await rm(dataFolder, { recursive: true, force: true });
  };
}
