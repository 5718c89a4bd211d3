import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { exportFormat, exportKind, exportQuery, exportRequest, type ExportSize, type LongJob } from '@timbre/contracts';
import {
  Access,
  CurrentUser,
  InjectSettings,
  LongJobService,
  NotFoundError,
  type Principal,
  requestLanguage,
  type Settings,
} from '@timbre/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { refuseSentences } from '../exports/excerpts-only.js';
import { ExportService } from '../exports/export.service.js';
import { ExportFiles } from '../exports/files/export-files.service.js';
import { makeExportQueue } from '../exports/files/make-export.job.js';
import { exportContentTypes } from '../exports/formats/encode-export.js';
import { ExportTooLargeError } from '../reporting-errors.js';

const signedQuery = z.object({ expires: z.coerce.number().int(), signature: z.string().max(100) });

/** Rows of coverage as files: small ones at once, large ones by a job. */
@Controller('exports')
@Access('viewer')
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly files: ExportFiles,
    private readonly jobs: LongJobService,
    @InjectSettings() private readonly settings: Pick<Settings, 'excerptsOnly'>,
  ) {}

  @Get(':kind/size')
  size(
    @Param('kind', { schema: exportKind }) kind: z.output<typeof exportKind>,
    @Query({ schema: exportQuery }) query: z.output<typeof exportQuery>,
  ): Promise<ExportSize> {
    return this.exports.size(kind, query, new Date());
  }

  /** A file that a job left, for whoever holds its link. */
  @Get('files/:name')
  @Access('public')
  async file(
    @Param('name') name: string,
    @Query({ schema: signedQuery }) { expires, signature }: z.output<typeof signedQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const { path, format } = await this.files.open(name, expires, signature, new Date());
    attach(response, exportContentTypes[format], `timbre-export.${format}`);
    await deliver(createReadStream(path), response);
  }

  /** `GET /exports/articles.csv?from=…`: streamed while it is read; a client that leaves ends the query too. */
  @Get(':file')
  async direct(
    @Param('file') file: string,
    @Query({ schema: exportQuery }) query: z.output<typeof exportQuery>,
    @Res() response: Response,
    @CurrentUser() by: Principal,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const [name, extension] = file.split('.');
    const kind = exportKind.safeParse(name);
    const format = exportFormat.safeParse(extension);
    if (!kind.success || !format.success) throw new NotFoundError('export', file);
    refuseSentences(kind.data, by.role, this.settings.excerptsOnly);
    const now = new Date();
    const { rows, direct } = await this.exports.size(kind.data, query, now);
    if (!direct) throw new ExportTooLargeError(rows);
    const wish = { kind: kind.data, format: format.data, query, language: requestLanguage(language), now };
    const bytes = await this.exports.bytes(wish, rows);
    attach(response, exportContentTypes[format.data], `timbre-${kind.data}.${format.data}`);
    await deliver(Readable.from(bytes, { objectMode: true }), response);
  }

  @Post()
  @HttpCode(202)
  @Access('viewer', 'read')
  begin(
    @Body({ schema: exportRequest }) request: z.output<typeof exportRequest>,
    @CurrentUser() by: Principal,
    @Headers('accept-language') language?: string,
  ): Promise<LongJob> {
    refuseSentences(request.kind, by.role, this.settings.excerptsOnly);
    return this.jobs.start(
      makeExportQueue,
      { ...request, fileId: randomUUID(), language: requestLanguage(language) },
      { kind: 'export', title: `${request.kind}.${request.format}`, startedBy: by.userId },
    );
  }
}

function attach(response: Response, type: string, fileName: string): void {
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="${fileName}"`);
  response.setHeader('cache-control', 'no-store');
}

/** A client that goes away is no error; any other trouble is, and cuts the answer short. */
async function deliver(bytes: Readable, response: Response): Promise<void> {
  try {
    await pipeline(bytes, response);
  } catch (error) {
    if (!response.destroyed || !isPrematureClose(error)) throw error;
  }
}

const isPrematureClose = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
