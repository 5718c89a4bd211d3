import { Controller, Get, Headers, Query } from '@nestjs/common';
import { coverageFilter, type ForecastsResponse, pageQuery } from '@timbre/contracts';
import { Access, requestLanguage } from '@timbre/platform';
import { z } from 'zod';
import { CoverageQueries } from '../queries/coverage-queries.service.js';
import type { QuotePage } from '../queries/statements/quote-list.service.js';

const forecastsQuery = coverageFilter.safeExtend({ subject: z.string().max(300).optional() });
const quotesQuery = coverageFilter.safeExtend({ ...pageQuery.shape, speaker: z.string().max(200).optional() });

@Controller('forecasts')
@Access('viewer')
export class ForecastController {
  constructor(private readonly queries: CoverageQueries) {}

  @Get()
  list(
    @Query({ schema: forecastsQuery }) { subject, ...filter }: z.output<typeof forecastsQuery>,
    @Headers('accept-language') language?: string,
  ): Promise<ForecastsResponse> {
    return this.queries.forecasts(filter, { now: new Date(), language: requestLanguage(language) }, subject);
  }
}

@Controller('quotes')
@Access('viewer')
export class QuoteController {
  constructor(private readonly queries: CoverageQueries) {}

  @Get()
  list(@Query({ schema: quotesQuery }) query: z.output<typeof quotesQuery>): Promise<QuotePage> {
    const { speaker, limit, cursor, ...filter } = query;
    const speakers = speaker === undefined ? filter.speakers : [...filter.speakers, speaker];
    return this.queries.quotes({ ...filter, speakers }, { limit, cursor });
  }
}
