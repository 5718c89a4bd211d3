import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { feedSearch, type FeedSearchResult, type OpmlImport, type SourcePreview, sourceTrial } from '@timbre/contracts';
import { Access, InjectSettings, type Settings } from '@timbre/platform';
import type { Request } from 'express';
import type { z } from 'zod';
import { FeedDiscoveryService } from '../discovery/feed-discovery.service.js';
import { SourceTrialService } from '../doors/source-trial.service.js';
import { OpmlService } from './opml.service.js';
import { readBodyBytes } from './read-body-bytes.js';

/** What helps to find and exchange sources before any is added. */
@Controller('sources')
@Access('analyst', 'sources:write')
export class SubscriptionController {
  constructor(
    private readonly discovery: FeedDiscoveryService,
    private readonly trials: SourceTrialService,
    private readonly opml: OpmlService,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  @Post('discover')
  @HttpCode(200)
  discover(@Body({ schema: feedSearch }) { url }: z.output<typeof feedSearch>): Promise<FeedSearchResult> {
    return this.discovery.search(url, new Date());
  }

  /** Asks once and stores nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(@Body({ schema: sourceTrial }) trial: z.output<typeof sourceTrial>): Promise<SourcePreview> {
    return this.trials.run(trial, new Date());
  }

  @Get('opml')
  @Access('viewer')
  @Header('content-type', 'text/x-opml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="timbre.opml"')
  export(): Promise<string> {
    return this.opml.export(new Date());
  }

  /** The body is the file itself. */
  @Post('opml')
  @HttpCode(200)
  async import(@Req() request: Request): Promise<OpmlImport> {
    return this.opml.import(await readBodyBytes(request, this.settings.bodyLimitBytes));
  }
}
