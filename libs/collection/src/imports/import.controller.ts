import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import type { Request } from 'express';
import { z } from 'zod';
import { ImportFileMissingError } from '../collection-errors.js';
import { type ImportErrorRow, ImportRunRepository } from './import-run.repository.js';
import { ImportUploadService } from './import-upload.service.js';

const named = z.object({ name: z.string().min(1).max(300) });
const from = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** Files of articles: the body is the file itself, so that gigabytes stream through. */
@Controller('imports')
@Access('analyst', 'articles:write')
export class ImportController {
  constructor(
    private readonly uploads: ImportUploadService,
    private readonly runs: ImportRunRepository,
  ) {}

  @Post()
  @HttpCode(202)
  begin(
    @Req() request: Request,
    @Query({ schema: named }) { name }: z.output<typeof named>,
    @CurrentUser() by: Principal,
  ): Promise<LongJob> {
    if (request.readableEnded || request.headers['content-length'] === '0') throw new ImportFileMissingError();
    return this.uploads.begin(request, name, by.userId);
  }

  /** Lines that were rejected, by the id of the import (in the job's payload and result). */
  @Get(':id/errors')
  errors(
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: from }) { after, limit }: z.output<typeof from>,
  ): Promise<ImportErrorRow[]> {
    return this.runs.errors(id, after, limit);
  }
}
