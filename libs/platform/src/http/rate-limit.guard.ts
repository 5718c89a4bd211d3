import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { InjectSettings, type Settings } from '../settings/index.js';
import { RateLimiter, type RateLimit } from './rate-limiter.js';

const limitKey = 'timbre:rate-limit';

interface NamedLimit extends RateLimit {
  name: string;
}

/** A route's own limit per address, beside the general one: `@RateLimited('login', { points: 10, perSeconds: 60 })`. */
export const RateLimited = (name: string, limit: RateLimit) =>
  SetMetadata(limitKey, { name, ...limit } satisfies NamedLimit);

/** Counts requests per client address under /api. Runs before anyone is identified, so that guessing is counted too. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    @Inject(RateLimiter) private readonly limiter: RateLimiter,
    @InjectSettings() private readonly settings: Settings,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const address = request.ip ?? 'unknown';
    const own = this.reflector.getAllAndOverride<NamedLimit | undefined>(limitKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (own !== undefined) await this.limiter.consume(own.name, address, own);
    const points = this.settings.rateLimitPerMinute;
    if (points > 0 && request.path.startsWith('/api/')) {
      await this.limiter.consume('api', address, { points, perSeconds: 60 });
    }
    return true;
  }
}
