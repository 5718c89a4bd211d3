import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import {
  breakdownDimension,
  type BreakdownResponse,
  type CoverageExtent,
  coverageFilter,
  type CoverageSeries,
  languagesQuery,
  type LanguagesResponse,
  type OverviewResponse,
  type Provenance,
  targetRef,
  type TargetResponse,
} from '@timbre/contracts';
import { Access, requestLanguage } from '@timbre/platform';
import { z } from 'zod';
import { CoverageQueries } from '../queries/coverage-queries.service.js';

const breakdownQuery = coverageFilter.safeExtend({ by: breakdownDimension });

@Controller('coverage')
@Access('viewer')
export class CoverageController {
  constructor(private readonly queries: CoverageQueries) {}

  @Get('overview')
  overview(
    @Query({ schema: coverageFilter }) filter: z.output<typeof coverageFilter>,
    @Headers('accept-language') language?: string,
  ): Promise<OverviewResponse> {
    return this.queries.overview(filter, asked(language));
  }

  @Get('targets/:target')
  target(
    @Param('target', { schema: targetRef }) target: string,
    @Query({ schema: coverageFilter }) filter: z.output<typeof coverageFilter>,
    @Headers('accept-language') language?: string,
  ): Promise<TargetResponse> {
    return this.queries.target(target, filter, asked(language));
  }

  @Get('series')
  series(
    @Query({ schema: coverageFilter }) filter: z.output<typeof coverageFilter>,
    @Headers('accept-language') language?: string,
  ): Promise<{ provenance: Provenance; series: CoverageSeries[] }> {
    return this.queries.series(filter, asked(language));
  }

  @Get('breakdown')
  breakdown(
    @Query({ schema: breakdownQuery }) { by, ...filter }: z.output<typeof breakdownQuery>,
    @Headers('accept-language') language?: string,
  ): Promise<BreakdownResponse> {
    return this.queries.breakdown(filter, by, asked(language));
  }

  @Get('languages')
  languages(
    @Query({ schema: languagesQuery }) { pair, ...filter }: z.output<typeof languagesQuery>,
    @Headers('accept-language') language?: string,
  ): Promise<LanguagesResponse> {
    return this.queries.languages(filter, pair, asked(language));
  }

  @Get('extent')
  extent(): Promise<CoverageExtent> {
    return this.queries.extent();
  }
}

const asked = (acceptLanguage: string | undefined) => ({ now: new Date(), language: requestLanguage(acceptLanguage) });
