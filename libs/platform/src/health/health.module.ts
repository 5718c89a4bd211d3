import { Controller, Get, HttpCode, Module, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '../database/index.js';
import { Access } from '../http/index.js';
import { definedQueues, QueueService } from '../queue/index.js';

/** Longest wait for one check; a probe that hangs tells nothing. */
const checkMs = 3_000;

interface Readiness {
  status: 'ready' | 'not ready';
  checks: Record<string, 'ok' | string>;
}

/** For load balancers and containers. */
@Controller('health')
class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queues: QueueService,
  ) {}

  /** The process answers. */
  @Get('live')
  @Access('public')
  @HttpCode(200)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process can do its work: 200, else 503 naming what is missing. */
  @Get('ready')
  @Access('public')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const queue = definedQueues()[0];
    const checks = {
      database: await check(() => this.database.query('SELECT 1')),
      queue: await check(async () => (queue === undefined ? undefined : this.queues.counts(queue))),
    };
    const ready = Object.values(checks).every((result) => result === 'ok');
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', checks };
  }
}

async function check(work: () => Promise<unknown>): Promise<'ok' | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), checkMs);
  });
  const result = work().then(
    () => 'ok',
    () => 'cannot be reached',
  );
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
