import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@timbre/platform';
import { waitUntil } from '@timbre/testing';

/** Scripts and tests alike are run from the root of the repository. */
const program = resolve('apps/cli/bin/timbre.js');

export interface RunningOptions {
  /** More of the environment, e.g. REDIS_URL. */
  env?: Record<string, string>;
  args?: string[];
}

/** The real product: `timbre serve` on a data folder of its own, and a session of its owner. */
export class RunningTimbre {
  readonly dataFolder = mkdtempSync(join(tmpdir(), 'timbre-e2e-'));
  url = '';
  private port = 0;
  private launcher: ChildProcess | undefined;
  private output = '';
  private cookie = '';

  constructor(private readonly options: RunningOptions = {}) {}

  get launcherPid(): number {
    return this.launcher?.pid ?? 0;
  }

  /** Pid of the embedded database server. */
  get databasePid(): number {
    return Number(readFileSync(join(this.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Starts it and waits for its address; on the first start also becomes the owner. */
  async start(): Promise<this> {
    this.output = '';
    // The same port after each restart, as an installation has.
    this.port ||= await freePort();
    const child = spawn(process.execPath, [program, 'serve', ...(this.options.args ?? [])], {
      env: this.environment(),
    });
    this.launcher = child;
    child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    await waitUntil('Timbre runs', () => /Timbre runs at \S+/.test(this.output) || child.exitCode !== null, 90_000);
    const address = /Timbre runs at (\S+)/.exec(this.output)?.[1];
    if (address === undefined) throw new Error(`Timbre did not start:\n${this.output}`);
    this.url = address;
    if (this.cookie === '') await this.becomeOwner();
    return this;
  }

  /** Asks the API as the owner. */
  async api<Answer = unknown>(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = {
      cookie: this.cookie,
      ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
      ...init.headers,
    };
    const response = await fetch(`${this.url}/api/v1${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** The owner's session for a browser. */
  browserCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.cookie.split('=');
    return { name, value, url: this.url };
  }

  /** Runs another command on the same data folder. */
  command(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: this.environment(),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  async killLauncher(): Promise<void> {
    if (!this.launcher) return;
    const exited = once(this.launcher, 'exit');
    this.launcher.kill('SIGKILL');
    await exited;
  }

  async stop(): Promise<void> {
    if (this.launcher && this.launcher.exitCode === null && this.launcher.signalCode === null) {
      const exited = once(this.launcher, 'exit');
      this.launcher.kill('SIGTERM');
      await exited;
    }
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  private environment(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    return {
      PATH,
      HOME,
      PORT: String(this.port),
      TIMBRE_DATA: this.dataFolder,
      TIMBRE_RATE_LIMIT: '0',
      // Local servers need no rest.
      TIMBRE_HOST_DELAY: '0',
      LOG_LEVEL: 'warn',
      ...this.options.env,
    };
  }

  private async becomeOwner(): Promise<void> {
    await waitUntil('the owner’s link is printed', () => /token=\S+/.test(this.output));
    const token = /token=(\S+)/.exec(this.output)?.[1];
    const response = await fetch(`${this.url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, email: 'owner@example.org', name: 'Owner', password: 'a long enough password' }),
    });
    if (!response.ok) throw new Error(`The owner was not created: ${await response.text()}`);
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
}
