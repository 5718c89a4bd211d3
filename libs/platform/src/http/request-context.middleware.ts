import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { withLogFields } from '../logging/index.js';
import { maskedPath } from './masked-path.js';

const log = new Logger('Http');
const acceptableId = /^[A-Za-z0-9_-]{8,64}$/;

/** Gives each request an id (the proxy's, if it sent a sane one), tells it back, and logs how the request ended. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && acceptableId.test(given) ? given : randomUUID();
  const started = performance.now();
  response.setHeader('x-request-id', requestId);
  withLogFields({ requestId }, () => {
    response.once('close', () => {
      // Paths without their query: queries hold what users look for.
      const line = {
        method: request.method,
        path: maskedPath(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      };
      if (request.path.startsWith('/health/')) log.verbose(line);
      else if (response.statusCode >= 500 || request.method !== 'GET') log.log(line);
      else log.debug(line);
    });
    next();
  });
}
