import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type ReportShare, reportShareInput } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { ShareService } from '../sharing/share.service.js';

const uuid = z.uuid();

/** Links to a report: who may hand it out is who may change it. */
@Controller('reports')
@Access('analyst', 'reports:write')
export class ShareController {
  constructor(private readonly shares: ShareService) {}

  @Get(':id/shares')
  list(@Param('id', { schema: uuid }) id: string): Promise<ReportShare[]> {
    return this.shares.list(id);
  }

  @Post(':id/shares')
  create(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reportShareInput }) input: z.output<typeof reportShareInput>,
    @CurrentUser() by: Principal,
  ): Promise<ReportShare> {
    return this.shares.create(id, input, by.name, new Date());
  }

  @Delete('shares/:id')
  @HttpCode(204)
  revoke(@Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.shares.revoke(id);
  }
}
