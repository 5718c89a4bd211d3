import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { reportFormat, reportLocale } from '@timbre/contracts';
import { Access, NotFoundError } from '@timbre/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { reportContentTypes } from '../reports/outputs/render-report.js';
import { ReportLinks } from '../reports/schedules/report-links.service.js';
import { ReportRunRepository } from '../reports/schedules/report-run.repository.js';
import { LinkExpiredError } from '../reporting-errors.js';

const uuid = z.uuid();
const fileName = z.string().regex(/^[A-Za-z-]{2,10}\.[a-z]{2,5}$/);
const signedQuery = z.object({ expires: z.coerce.number().int(), signature: z.string().max(100) });

/** Files as they were sent, byte for byte. */
@Controller('reports')
export class RunFileController {
  constructor(
    private readonly runs: ReportRunRepository,
    private readonly links: ReportLinks,
  ) {}

  /** For whoever holds a link from a message or a feed. */
  @Get('runs/:id/:file')
  @Access('public')
  async linked(
    @Param('id', { schema: uuid }) id: string,
    @Param('file', { schema: fileName }) file: string,
    @Query({ schema: signedQuery }) { expires, signature }: z.output<typeof signedQuery>,
    @Res() response: Response,
  ): Promise<void> {
    if (!this.links.mayFetch(id, file, expires, signature, new Date())) throw new LinkExpiredError();
    await this.answer(id, file, response);
  }

  /** For the history in the app. */
  @Get('schedules/runs/:id/:file')
  @Access('analyst')
  async kept(
    @Param('id', { schema: uuid }) id: string,
    @Param('file', { schema: fileName }) file: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(id, file, response);
  }

  private async answer(id: string, file: string, response: Response): Promise<void> {
    const [name = '', extension] = file.split('.');
    const locale = reportLocale.safeParse(name);
    const format = reportFormat.safeParse(extension);
    const found = locale.success && format.success ? await this.runs.file(id, locale.data, format.data) : null;
    if (found === null) throw new NotFoundError('file', file);
    response.setHeader('content-type', reportContentTypes[found.format]);
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`);
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.setHeader('cache-control', 'no-store');
    response.end(found.content);
  }
}
