import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  type Report,
  type ReportDocument,
  reportDocument,
  reportFormat,
  reportTemplateName,
  type ReportTemplateRow,
  reportUpdate,
  templateParameters,
  reportLocale,
} from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { reportContentTypes } from '../reports/outputs/render-report.js';
import { reportFileName } from '../reports/outputs/report-file-name.js';
import { ReportService } from '../reports/report.service.js';
import { documentFrom, reportTemplates } from '../reports/templates/report-templates.js';

const reportId = z.uuid();
const duplicateInput = z.object({ name: z.string().trim().min(1).max(200) });
const fileQuery = z.object({ inline: z.enum(['true', 'false']).default('false') });
const listQuery = z.object({ locale: reportLocale.default('en') });
const versionNumber = z.coerce.number().int().positive();

@Controller('reports')
@Access('viewer')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  list(): Promise<Report[]> {
    return this.reports.list();
  }

  @Get('templates')
  templates(@Query({ schema: listQuery }) { locale }: z.output<typeof listQuery>): ReportTemplateRow[] {
    return reportTemplateName.options.map((name) => {
      const { names, about, range } = reportTemplates[name];
      return { id: name, name: names[locale], about: about[locale], range };
    });
  }

  /** A document made from a template; nothing is stored. */
  @Post('templates/:name')
  @HttpCode(200)
  @Access('viewer', 'read')
  fromTemplate(
    @Param('name', { schema: reportTemplateName }) name: z.output<typeof reportTemplateName>,
    @Body({ schema: templateParameters }) parameters: z.output<typeof templateParameters>,
  ): ReportDocument {
    return documentFrom(name, parameters);
  }

  /** A document that need not be stored, as a file: what the editor shows while one types. */
  @Post('preview/:format')
  @HttpCode(200)
  @Access('viewer', 'read')
  async preview(
    @Param('format', { schema: reportFormat }) format: z.output<typeof reportFormat>,
    @Body({ schema: reportDocument }) document: z.output<typeof reportDocument>,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(document, format, response, false);
  }

  @Post()
  @Access('analyst', 'reports:write')
  add(
    @Body({ schema: reportDocument }) document: z.output<typeof reportDocument>,
    @CurrentUser() by: Principal,
  ): Promise<Report> {
    return this.reports.add(document, by.name, new Date());
  }

  @Get(':id')
  get(@Param('id', { schema: reportId }) id: string): Promise<Report> {
    return this.reports.get(id);
  }

  @Put(':id')
  @Access('analyst', 'reports:write')
  replace(
    @Param('id', { schema: reportId }) id: string,
    @Body({ schema: reportUpdate }) { version, document }: z.output<typeof reportUpdate>,
    @CurrentUser() by: Principal,
  ): Promise<Report> {
    return this.reports.replace(id, version, document, by.name, new Date());
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'reports:write')
  delete(@Param('id', { schema: reportId }) id: string): Promise<void> {
    return this.reports.delete(id);
  }

  @Post(':id/duplicate')
  @Access('analyst', 'reports:write')
  duplicate(
    @Param('id', { schema: reportId }) id: string,
    @Body({ schema: duplicateInput }) { name }: z.output<typeof duplicateInput>,
    @CurrentUser() by: Principal,
  ): Promise<Report> {
    return this.reports.duplicate(id, name, by.name, new Date());
  }

  @Get(':id/versions')
  versions(@Param('id', { schema: reportId }) id: string) {
    return this.reports.versions(id);
  }

  @Get(':id/versions/:version')
  version(
    @Param('id', { schema: reportId }) id: string,
    @Param('version', { schema: versionNumber }) version: number,
  ): Promise<ReportDocument> {
    return this.reports.version(id, version);
  }

  /** `GET /reports/<id>/files/pdf`: the report as of now. */
  @Get(':id/files/:format')
  async file(
    @Param('id', { schema: reportId }) id: string,
    @Param('format', { schema: reportFormat }) format: z.output<typeof reportFormat>,
    @Query({ schema: fileQuery }) { inline }: z.output<typeof fileQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const { document } = await this.reports.get(id);
    await this.answer(document, format, response, inline === 'false');
  }

  private async answer(
    document: ReportDocument,
    format: z.output<typeof reportFormat>,
    response: Response,
    attached: boolean,
  ): Promise<void> {
    const { files, drawn } = await this.reports.make(document, [format], new Date());
    const name = encodeURIComponent(reportFileName(document.name, format));
    response.setHeader('content-type', reportContentTypes[format]);
    response.setHeader('content-disposition', `${attached ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`);
    // A report stands alone: no script, nothing fetched, and only our own pages may frame it.
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups",
    );
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-timbre-data-hash', drawn.dataHash);
    response.end(files.get(format));
  }
}
