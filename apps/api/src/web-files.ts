import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Where the build of apps/web lies, seen from this file's folder in dist. */
const builtWebApp = fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * Serves the built web app. Files with a hash in their name stay in browsers' caches for a year; every other path that
 * a person opens gets the page, whose router takes it from there.
 */
export function serveWebFiles(app: NestExpressApplication, folder: string = builtWebApp): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  app.useStaticAssets(join(folder, 'assets'), { prefix: '/assets', immutable: true, maxAge: '1y', fallthrough: false });
  app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const forServer = /^\/(api|health)(\/|$)/.test(request.path);
    if (forServer || request.method !== 'GET' || request.accepts('html') !== 'html') next();
    else response.setHeader('cache-control', 'no-cache').sendFile(page);
  });
}
