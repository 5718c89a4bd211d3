import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { DatabaseUnavailableError, waitForDatabase } from '../database/index.js';
import { findEmbeddedPostgres } from '../embedded/index.js';
import { createLogger, NestLogger } from '../logging/index.js';
import type { PlatformOptions } from '../platform.module.js';
import { loadSecret, loadSettings } from '../settings/index.js';
import type { ServiceMessage } from './service-message.js';

/** Whatever still runs this long after SIGTERM is cut off, before a supervisor would do it at 30 s. */
const lastMomentMs = 28_000;

export interface RunningService {
  app: INestApplicationContext;
  ready: Omit<Extract<ServiceMessage, { type: 'ready' }>, 'type'>;
}

/**
 * The life of a service process: settings, logs, secret, database, then `start`; it ends on SIGTERM, on SIGINT, and
 * when its launcher dies. A start that cannot succeed is told in one sentence and exits with 1.
 */
export async function runService(
  name: string,
  start: (options: PlatformOptions) => Promise<RunningService>,
): Promise<void> {
  try {
    const settings = loadSettings();
    Logger.overrideLogger(new NestLogger(createLogger(settings, name)));
    const log = new Logger(name);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leaveInTime(log));
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    // A launcher that died while this process was still loading is not announced any more.
    if (process.send !== undefined && !process.connected) process.exit(1);
    process.on('unhandledRejection', (error) => log.error('A promise failed and nobody looked', error));

    const databaseUrl = settings.databaseUrl ?? (await findEmbeddedPostgres(settings))?.url;
    if (databaseUrl === undefined) {
      throw new DatabaseUnavailableError(
        `No database: none runs in ${settings.dataFolder}. Start everything with "timbre serve", or set DATABASE_URL.`,
      );
    }
    await waitForDatabase({ url: databaseUrl, onWait: (reason) => log.warn(reason) });
    const { ready } = await start({ settings, databaseUrl, secrets: await loadSecret(settings) });
    if (process.connected) tell({ type: 'ready', ...ready });
    else announce(log, ready);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isProgrammingError(error)) process.stderr.write(`${error.stack}\n`);
    // A launcher prints what it is told.
    if (process.connected) tell({ type: 'refused', message });
    else process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = 1;
    if (process.connected) process.disconnect();
    setTimeout(() => process.exit(1), 500).unref();
  }
}

/** Without a launcher that prints it, the log has to tell where the service is and who may own it. */
function announce(log: Logger, { url, setupPath }: RunningService['ready']): void {
  if (url !== undefined) log.log(`Timbre runs at ${url}`);
  if (setupPath !== undefined)
    log.log(`Nobody owns it yet. Open this link once to become its owner: ${url ?? ''}${setupPath}`);
}

function tell(message: ServiceMessage): void {
  process.send?.(message);
}

function leaveInTime(log: Logger): void {
  setTimeout(() => {
    log.warn('Not everything ended in time; leaving now.');
    process.exit(1);
  }, lastMomentMs).unref();
}

/** Errors that nobody can act on need their stack. */
function isProgrammingError(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof ReferenceError;
}
