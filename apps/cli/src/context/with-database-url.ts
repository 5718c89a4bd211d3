import { findEmbeddedPostgres, type Settings, startEmbeddedPostgres, stopEmbeddedPostgres } from '@timbre/platform';

/**
 * Runs the work with a database: DATABASE_URL, or the embedded server that `timbre serve` runs, or, when none runs,
 * one that is started for the length of the work.
 */
export async function withDatabaseUrl<Result>(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  if (settings.databaseUrl !== undefined) return work(settings.databaseUrl);
  const running = await findEmbeddedPostgres(settings);
  if (running !== null) return work(running.url);
  const server = await startEmbeddedPostgres(settings);
  try {
    return await work(server.url);
  } finally {
    await stopEmbeddedPostgres(server);
  }
}
