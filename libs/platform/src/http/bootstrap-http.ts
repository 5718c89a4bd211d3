import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import type { Settings } from '../settings/index.js';
import { ProblemFilter } from './problem.filter.js';
import { requestContext } from './request-context.middleware.js';
import { securityHeaders } from './security-headers.js';
import { ServerTimingInterceptor } from './server-timing.interceptor.js';
import { createValidationPipe } from './validation.pipe.js';

export type HttpSettings = Pick<Settings, 'bodyLimitBytes' | 'publicUrl' | 'trustProxy'>;

/**
 * How the Nest application must be created: our body parser, which keeps the bytes that webhooks sign, and open
 * connections do not hold up the shutdown.
 */
export const httpApplicationOptions = {
  bodyParser: false,
  rawBody: true,
  forceCloseConnections: true,
  abortOnError: false,
} as const;

/**
 * Everything that all routes share: request ids, security headers, compression, body limits, validation, problem+json,
 * OpenAPI at /api/docs, shutdown on SIGTERM. Call it before `listen`.
 */
export function bootstrapHttp(app: NestExpressApplication, settings: HttpSettings): void {
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestContext, securityHeaders(settings));
  // Event streams must not wait in a compressor's buffer.
  app.use(
    compression({
      filter: (request, response) =>
        isCompressible(response.getHeader('content-type')) && compression.filter(request, response),
    }),
  );
  app.useBodyParser('json', { limit: settings.bodyLimitBytes, strict: false });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new ServerTimingInterceptor());
  // Probes of orchestrators stand outside the versioned API.
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.enableShutdownHooks();
  describeApi(app);
}

function isCompressible(contentType: unknown): boolean {
  return !String(contentType).startsWith('text/event-stream');
}

function describeApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Timbre')
    .setDescription('How the media talks about a subject. Errors are application/problem+json with a stable code.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', description: 'An API token from Settings → Tokens.' })
    .addCookieAuth('session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'api/docs/openapi.json',
  });
}
