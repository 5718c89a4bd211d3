import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentLogFields } from '../logging/index.js';
import { maskedPath } from './masked-path.js';
import { problemOf } from './problem-of.js';

/** Answers every error as problem+json; logs those that are our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { retryAfter, ...problem } = problemOf(error);
    const path = maskedPath(request.path);
    if (problem.status >= 500) this.log.error(`${request.method} ${path}`, error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const requestId = currentLogFields()['requestId'];
    if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          ...problem,
          instance: path.slice(0, 500),
          ...(requestId === undefined ? {} : { requestId: String(requestId) }),
        }),
      );
  }
}
