import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { type Source, type SourceInput, sourceInput, type SourcePreset } from '@timbre/contracts';
import { Access } from '@timbre/platform';
import { z } from 'zod';
import { PresetService } from '../presets/preset.service.js';
import { SourceService } from './source.service.js';

const { name, outlet, language, reach, fetchPages, enabled, interval, headers, options, url, family, retentionDays } =
  sourceInput.shape;
/** What may change of a source; a part that is left out stays. */
const sourcePatch = z
  .object({
    name,
    outlet,
    language,
    reach: reach.unwrap(),
    fetchPages: fetchPages.unwrap(),
    enabled: enabled.unwrap(),
    interval,
    headers,
    options,
    url,
    family,
    retentionDays,
  })
  .partial()
  .strict();
const chosen = z.object({ ids: z.array(z.string().max(100)).min(1).max(200) }).strict();
const removal = z.object({ articles: z.stringbool().default(false) });

@Controller('sources')
@Access('viewer')
export class SourceController {
  constructor(
    private readonly sources: SourceService,
    private readonly presets: PresetService,
  ) {}

  @Get()
  all(): Promise<Source[]> {
    return this.sources.all();
  }

  @Get('presets')
  offered(): Promise<SourcePreset[]> {
    return this.presets.all();
  }

  @Post('presets')
  @Access('analyst', 'sources:write')
  choose(@Body({ schema: chosen }) { ids }: z.output<typeof chosen>): Promise<Source[]> {
    return this.presets.choose(ids);
  }

  @Get(':id')
  one(@Param('id') id: string): Promise<Source> {
    return this.sources.one(id);
  }

  @Post()
  @Access('analyst', 'sources:write')
  add(@Body({ schema: sourceInput }) input: SourceInput): Promise<Source> {
    return this.sources.add(input);
  }

  @Patch(':id')
  @Access('analyst', 'sources:write')
  change(@Param('id') id: string, @Body({ schema: sourcePatch }) patch: z.output<typeof sourcePatch>): Promise<Source> {
    return this.sources.change(id, patch);
  }

  /** `?articles=true` also deletes everything that came from it. */
  @Delete(':id')
  @HttpCode(204)
  @Access('admin', 'sources:write')
  remove(@Param('id') id: string, @Query({ schema: removal }) { articles }: z.output<typeof removal>): Promise<void> {
    return this.sources.remove(id, articles);
  }

  @Post(':id/poll')
  @HttpCode(202)
  @Access('analyst', 'sources:write')
  poll(@Param('id') id: string): Promise<void> {
    return this.sources.pollNow(id);
  }
}
