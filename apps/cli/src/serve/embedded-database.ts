import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedServer, startEmbeddedPostgres, stopEmbeddedPostgres, tryAdvisoryLock } from '@timbre/platform';
import { Client } from 'pg';

/** Another launcher works from this data folder. */
class AlreadyRunningError extends Error {
  constructor(dataFolder: string) {
    super(
      `Timbre already runs from ${dataFolder}. Stop that one, or set TIMBRE_DATA to another folder for a second one.`,
    );
    this.name = 'AlreadyRunningError';
  }
}

/**
 * The embedded server as the launcher keeps it: one launcher per data folder (a lock held in the database itself, so
 * it dies with its holder), and started again when it is killed.
 */
export class EmbeddedDatabase {
  private server: EmbeddedServer | undefined;
  private guard: Client | undefined;
  private stopped = false;

  constructor(
    private readonly dataFolder: string,
    private readonly log: (line: string) => void,
  ) {}

  /** @throws AlreadyRunningError, EmbeddedPostgresError */
  async start(): Promise<string> {
    this.server = await startEmbeddedPostgres({ dataFolder: this.dataFolder });
    await this.guardIt(this.server.url, 50);
    return this.server.url;
  }

  /** Stops the server, if this launcher is the one that holds it. */
  async stop(): Promise<void> {
    this.stopped = true;
    const guard = this.guard;
    this.guard = undefined;
    if (guard === undefined || this.server === undefined) return;
    await guard.end().catch(() => undefined);
    await stopEmbeddedPostgres(this.server);
  }

  /** @param tries - a launcher that was killed a moment ago may still seem to hold the lock. */
  private async guardIt(url: string, tries: number): Promise<void> {
    const guard = new Client({ connectionString: url, application_name: 'timbre launcher', keepAlive: true });
    guard.on('error', () => undefined);
    await guard.connect();
    for (let left = tries; !(await tryAdvisoryLock(guard, 'launcher')); left -= 1) {
      if (left <= 0 || (this.server?.reused === true && left <= tries - 10)) {
        await guard.end();
        throw new AlreadyRunningError(this.dataFolder);
      }
      await delay(100);
    }
    this.guard = guard;
    guard.once('end', () => {
      if (!this.stopped) void this.restart();
    });
  }

  /** The server is gone: brings it back on the same port, where its clients look for it. */
  private async restart(): Promise<void> {
    this.log('The embedded PostgreSQL went away; starting it again.');
    for (let pauseMs = 500; !this.stopped; pauseMs = Math.min(pauseMs * 2, 30_000)) {
      try {
        await this.start();
        this.log('The embedded PostgreSQL is back.');
        return;
      } catch (error) {
        this.log(`It does not start yet: ${error instanceof Error ? error.message : String(error)}`);
        await delay(pauseMs);
      }
    }
  }
}
