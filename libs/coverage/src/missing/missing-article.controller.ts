import { Controller, Get, Headers, Query } from '@nestjs/common';
import { missingQuery, type MissingTrace } from '@timbre/contracts';
import { Access, RateLimited, requestLanguage } from '@timbre/platform';
import type { z } from 'zod';
import { MissingArticleService } from './missing-article.service.js';

/** Longer nobody waits for an answer. */
const patienceMs = 45_000;

/** "Why is this missing?" Analysts only, because the answer fetches an address that the asker names. */
@Controller('coverage/missing')
@Access('analyst')
export class MissingArticleController {
  constructor(private readonly missing: MissingArticleService) {}

  @Get()
  @RateLimited('missing', { points: 30, perSeconds: 60 })
  trace(
    @Query({ schema: missingQuery }) query: z.output<typeof missingQuery>,
    @Headers('accept-language') language?: string,
  ): Promise<MissingTrace> {
    return this.missing.trace(query, requestLanguage(language), new Date(), AbortSignal.timeout(patienceMs));
  }
}
