import { NestFactory } from '@nestjs/core';
import type { PlatformOptions, RunningService } from '@timbre/platform';
import { WorkerModule } from './worker.module.js';

/**
 * Starts working on all queues.
 *
 * @throws HandlerMismatchError when a queue has no processor, or two.
 */
export async function startWorker(options: PlatformOptions): Promise<RunningService> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { abortOnError: false });
  app.enableShutdownHooks();
  return { app, ready: {} };
}
