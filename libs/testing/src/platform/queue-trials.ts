import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Injectable, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Database,
  defineQueue,
  type JobContext,
  type JobProcessor,
  loadSettings,
  PermanentJobError,
  PlatformModules,
  type PlatformOptions,
  Processor,
  SecretBox,
} from '@timbre/platform';
import { z } from 'zod';

/** What the trial queues carry: a number, and how the processor shall behave. */
const trial = z.object({ n: z.int(), failures: z.int().default(0), forGood: z.boolean().default(false) });

export const trialQueue = defineQueue({
  name: 'trial',
  payload: trial,
  options: { attempts: 4, backoffMs: 30, lockMs: 1_000, concurrency: 5 },
});

export const longTrialQueue = defineQueue({
  name: 'long-trial',
  payload: z.object({ steps: z.int() }),
  options: { attempts: 2, backoffMs: 30 },
});

/** Every try is a row, so that several processes can be watched. */
export const tryTable = `
  CREATE TABLE IF NOT EXISTS try (id bigint GENERATED ALWAYS AS IDENTITY, n int, attempt int, pid int, ended boolean DEFAULT false)`;

@Processor(trialQueue)
@Injectable()
class TrialProcessor implements JobProcessor<typeof trialQueue> {
  constructor(private readonly database: Database) {}

  async process({ n, failures, forGood }: z.output<typeof trial>, { attempt, signal }: JobContext): Promise<void> {
    await this.database.query('INSERT INTO try (n, attempt, pid) VALUES ($1, $2, $3)', [n, attempt, process.pid]);
    if (forGood) throw new PermanentJobError('no use');
    if (attempt <= failures) throw new Error(`try ${attempt} fails as planned`);
    // Numbers below zero hang in the process that plays the victim, until they are told to leave.
    if (n < 0 && process.argv.includes('--victim'))
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await this.database.query('UPDATE try SET ended = true WHERE n = $1 AND attempt = $2', [n, attempt]);
  }
}

@Processor(longTrialQueue)
@Injectable()
class LongTrialProcessor implements JobProcessor<typeof longTrialQueue> {
  async process({ steps }: { steps: number }, { progress, signal }: JobContext): Promise<Record<string, unknown>> {
    for (let step = 1; step <= steps; step += 1) {
      await progress(step, steps, `step ${step}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (signal.aborted) return { stoppedAt: step };
    }
    return { steps };
  }
}

@Module({})
class TrialModule {
  static forRoot(options: PlatformOptions, withWorkers: boolean): DynamicModule {
    return {
      module: TrialModule,
      imports: [...PlatformModules.core(options, 'trial'), ...(withWorkers ? PlatformModules.workers(options) : [])],
      providers: withWorkers ? [TrialProcessor, LongTrialProcessor] : [],
    };
  }
}

/** An application on these servers; with workers it works on the trial queues. */
export async function startTrial(
  databaseUrl: string,
  redisUrl: string | undefined,
  withWorkers: boolean,
): Promise<INestApplicationContext> {
  Logger.overrideLogger(['fatal']);
  const settings = loadSettings({ REDIS_URL: redisUrl });
  const options = { settings, databaseUrl, secrets: new SecretBox('x'.repeat(32)) };
  return NestFactory.createApplicationContext(TrialModule.forRoot(options, withWorkers), { abortOnError: false });
}
