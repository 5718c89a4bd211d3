import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  createLogger,
  loadSecret,
  loadSettings,
  migrate,
  NestLogger,
  PlatformModules,
  type Settings,
} from '@timbre/platform';
import { withDatabaseUrl } from './with-database-url.js';

/**
 * Runs the work inside the platform plus these feature modules, on a migrated database; for commands such as import,
 * export and verify. Logs go to stderr, so that stdout stays the command's.
 *
 * @example
 * await withApplication([CoverageModule], async (app) => app.get(VerifyService).verify());
 */
export async function withApplication<Result>(
  modules: (Type | DynamicModule)[],
  work: (app: INestApplicationContext, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = loadSettings();
  const logLevel = settings.logLevel === 'info' ? 'warn' : settings.logLevel;
  Logger.overrideLogger(new NestLogger(createLogger({ ...settings, logLevel }, 'timbre', process.stderr)));
  const { allMigrations } = await import('@timbre/api');
  return withDatabaseUrl(settings, async (databaseUrl) => {
    await migrate({ url: databaseUrl, migrations: allMigrations, queues: settings.redisUrl === undefined });
    const secrets = await loadSecret(settings);
    const imports = [...PlatformModules.core({ settings, databaseUrl, secrets }, 'timbre command'), ...modules];
    const app = await NestFactory.createApplicationContext({ module: CommandModule, imports }, { abortOnError: false });
    try {
      return await work(app, settings);
    } finally {
      await app.close();
    }
  });
}

/** Root of the application that a command runs in. */
class CommandModule {}
