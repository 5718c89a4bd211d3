import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type ReportRun, type ReportSchedule, reportScheduleInput } from '@timbre/contracts';
import { Access } from '@timbre/platform';
import { z } from 'zod';
import { ReportScheduleService } from '../reports/schedules/report-schedule.service.js';

const uuid = z.uuid();

/** When reports are sent, and what was sent. Recipients are people's addresses, so viewers do not see them. */
@Controller('reports')
@Access('analyst', 'reports:write')
export class ReportScheduleController {
  constructor(private readonly schedules: ReportScheduleService) {}

  @Get(':id/schedules')
  list(@Param('id', { schema: uuid }) id: string): Promise<ReportSchedule[]> {
    return this.schedules.ofReport(id);
  }

  @Post(':id/schedules')
  add(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reportScheduleInput }) input: z.output<typeof reportScheduleInput>,
  ): Promise<ReportSchedule> {
    return this.schedules.add(id, input, new Date());
  }

  @Put('schedules/:id')
  replace(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reportScheduleInput }) input: z.output<typeof reportScheduleInput>,
  ): Promise<ReportSchedule> {
    return this.schedules.replace(id, input, new Date());
  }

  @Delete('schedules/:id')
  @HttpCode(204)
  delete(@Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.schedules.delete(id);
  }

  @Post('schedules/:id/run')
  @HttpCode(202)
  async run(@Param('id', { schema: uuid }) id: string): Promise<object> {
    await this.schedules.runNow(id, new Date());
    return {};
  }

  @Get('schedules/:id/runs')
  runs(@Param('id', { schema: uuid }) id: string): Promise<ReportRun[]> {
    return this.schedules.runs(id);
  }
}
