import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceMessage, serviceMessage } from '@timbre/platform';
import { RestartPause } from './restart-pause.js';

/** Children leave within 28 s by themselves. */
const killAfterMs = 30_000;

export interface SupervisedOptions {
  name: string;
  /** Path of the script. */
  script: string;
  env: () => NodeJS.ProcessEnv;
  onMessage: (message: ServiceMessage) => void;
  log: (line: string) => void;
}

/** A child process that is started again when it crashes, with growing pauses, until it is stopped. */
export class SupervisedProcess {
  private readonly pause = new RestartPause();
  private readonly stopping = new AbortController();
  private child: ChildProcess | undefined;
  private life: Promise<void> | undefined;

  constructor(private readonly options: SupervisedOptions) {}

  /** The running child's process id. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    this.life ??= this.live();
  }

  /** SIGTERM, and SIGKILL for one that does not leave. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const { child } = this;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      await this.life;
      clearTimeout(patience);
    }
  }

  private async live(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const started = performance.now();
      const code = await this.runOnce();
      if (this.stopping.signal.aborted) return;
      const pauseMs = this.pause.next(performance.now() - started);
      this.options.log(
        `The ${this.options.name} process ended (${code}); it is started again in ${pauseMs / 1_000} s.`,
      );
      await delay(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async runOnce(): Promise<string> {
    const child = fork(this.options.script, [], { env: this.options.env(), stdio: 'inherit', execArgv: [] });
    this.child = child;
    child.on('message', (message) => {
      const parsed = serviceMessage.safeParse(message);
      if (parsed.success) this.options.onMessage(parsed.data);
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal ?? `exit ${code}`;
  }
}
