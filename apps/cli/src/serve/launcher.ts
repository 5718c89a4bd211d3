import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment, loadSecret, type ServiceMessage, type Settings } from '@timbre/platform';
import { EmbeddedDatabase } from './embedded-database.js';
import { SupervisedProcess } from './supervised-process.js';

/** A part of Timbre refused to start; its own message was printed already. */
class StartRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefusedError';
  }
}

export interface LauncherOptions {
  settings: Settings;
  /** Loads sample coverage once everything runs. */
  sample: boolean;
  print: (line: string) => void;
}

/** Starts the database, brings the schema up to date, and keeps the API and the workers alive until told to stop. */
export class Launcher {
  private readonly database: EmbeddedDatabase | null;
  private readonly processes: SupervisedProcess[] = [];
  private readonly dataFolder: string;
  private databaseUrl: string;
  private announcedUrl: string | undefined;
  private oneShot: ChildProcess | undefined;
  private stopping = false;

  constructor(private readonly options: LauncherOptions) {
    const { settings, print } = options;
    this.dataFolder = resolve(settings.dataFolder);
    this.databaseUrl = settings.databaseUrl ?? '';
    this.database = settings.databaseUrl === undefined ? new EmbeddedDatabase(this.dataFolder, print) : null;
  }

  /** Resolves when the address is printed. @throws errors whose message tells what to do. */
  async start(): Promise<void> {
    await loadSecret(this.options.settings);
    if (this.database !== null) this.databaseUrl = await this.database.start();
    await this.runOnce(['migrate', '--quiet']);
    if (this.stopping) return;
    await new Promise<void>((ready, refused) => {
      this.supervise('api', import.meta.resolve('@timbre/api'), (message) => {
        if (message.type === 'ready') ready(this.announce(message));
        else refused(new StartRefusedError(message.message));
      });
    });
    for (let index = 1; index <= this.options.settings.workerProcesses; index += 1) {
      this.supervise('worker', import.meta.resolve('@timbre/worker'), () => undefined);
    }
    if (this.options.sample) await this.runOnce(['sample', 'load']);
  }

  /** Ends the processes, then the embedded database, in that order. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.oneShot?.kill('SIGTERM');
    await Promise.all(this.processes.map((child) => child.stop()));
    await this.database?.stop();
  }

  private announce(message: Extract<ServiceMessage, { type: 'ready' }>): void {
    if (message.url !== this.announcedUrl) this.options.print(`Timbre runs at ${message.url}`);
    this.announcedUrl = message.url;
    // Each start makes a new link and the older one stops working.
    if (message.setupPath !== undefined) {
      this.options.print(
        `Nobody owns it yet. Open this link once to become its owner: ${message.url}${message.setupPath}`,
      );
    }
  }

  private supervise(name: string, index: string, onMessage: (message: ServiceMessage) => void): void {
    const child = new SupervisedProcess({
      name,
      script: fileURLToPath(new URL('main.js', index)),
      env: () => this.environment(),
      onMessage,
      log: this.options.print,
    });
    this.processes.push(child);
    child.start();
  }

  /** Runs one command of this program to its end. */
  private async runOnce(args: readonly string[]): Promise<void> {
    const script = fileURLToPath(new URL('../main.js', import.meta.url));
    const child = fork(script, [...args], { env: this.environment(), stdio: 'inherit', execArgv: [] });
    this.oneShot = child;
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0 && !this.stopping) throw new StartRefusedError(`"timbre ${args.join(' ')}" failed.`);
  }

  private environment(): NodeJS.ProcessEnv {
    return childEnvironment({ databaseUrl: this.databaseUrl, dataFolder: this.dataFolder });
  }
}
