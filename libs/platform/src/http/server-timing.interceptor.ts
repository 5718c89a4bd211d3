import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';

/** Tells browsers how long the server worked on an answer (Server-Timing, in milliseconds). */
@Injectable()
export class ServerTimingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    const started = performance.now();
    return next.handle().pipe(
      tap(() => {
        if (!response.headersSent)
          response.setHeader('server-timing', `app;dur=${(performance.now() - started).toFixed(1)}`);
      }),
    );
  }
}
