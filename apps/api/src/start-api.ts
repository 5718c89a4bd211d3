import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { OwnerSetupService } from '@timbre/identity';
import {
  bootstrapHttp,
  explainListenError,
  httpApplicationOptions,
  type PlatformOptions,
  type RunningService,
} from '@timbre/platform';
import { ApiModule } from './api.module.js';
import { serveWebFiles } from './web-files.js';

/**
 * Starts the HTTP server.
 *
 * @throws PortTakenError and other named errors whose message tells what to do.
 */
export async function startApi(options: PlatformOptions): Promise<RunningService & { app: NestExpressApplication }> {
  const { host, port, publicUrl } = options.settings;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(options), httpApplicationOptions);
  bootstrapHttp(app, options.settings);
  serveWebFiles(app);
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw explainListenError(error, host, port);
  }
  const setupPath = await app.get(OwnerSetupService).newLinkPath();
  const url = publicUrl?.replace(/\/$/, '') ?? (await app.getUrl()).replace('[::1]', 'localhost');
  return { app, ready: { url, ...(setupPath === null ? {} : { setupPath }) } };
}
