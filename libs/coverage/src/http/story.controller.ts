import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { type StoryDetail, storyDetailQuery, type StoryPage, storyQuery } from '@timbre/contracts';
import { Access, requestLanguage } from '@timbre/platform';
import type { z } from 'zod';
import { CoverageQueries } from '../queries/coverage-queries.service.js';

@Controller('stories')
@Access('viewer')
export class StoryController {
  constructor(private readonly queries: CoverageQueries) {}

  @Get()
  list(@Query({ schema: storyQuery }) query: z.output<typeof storyQuery>): Promise<StoryPage> {
    return this.queries.stories(query, new Date());
  }

  @Get(':id')
  one(
    @Param('id') id: string,
    @Query({ schema: storyDetailQuery }) { target }: z.output<typeof storyDetailQuery>,
    @Headers('accept-language') language?: string,
  ): Promise<StoryDetail> {
    return this.queries.story(id, target, { now: new Date(), language: requestLanguage(language) });
  }
}
