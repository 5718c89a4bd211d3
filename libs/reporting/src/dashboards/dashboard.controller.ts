import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type Dashboard, dashboardDocument, dashboardUpdate } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { DashboardService } from './dashboard.service.js';

const dashboardId = z.uuid();

/** Users' own dashboards; everyone may have some. */
@Controller('dashboards')
@Access('viewer')
export class DashboardController {
  constructor(private readonly dashboards: DashboardService) {}

  @Get()
  list(@CurrentUser() by: Principal): Promise<Dashboard[]> {
    return this.dashboards.list(by);
  }

  @Post()
  @Access('viewer', 'reports:write')
  add(
    @Body({ schema: dashboardDocument }) document: z.output<typeof dashboardDocument>,
    @CurrentUser() by: Principal,
  ): Promise<Dashboard> {
    return this.dashboards.add(document, by, new Date());
  }

  @Get(':id')
  get(@Param('id', { schema: dashboardId }) id: string, @CurrentUser() by: Principal): Promise<Dashboard> {
    return this.dashboards.get(id, by);
  }

  @Put(':id')
  @Access('viewer', 'reports:write')
  replace(
    @Param('id', { schema: dashboardId }) id: string,
    @Body({ schema: dashboardUpdate }) { version, document }: z.output<typeof dashboardUpdate>,
    @CurrentUser() by: Principal,
  ): Promise<Dashboard> {
    return this.dashboards.replace(id, version, document, by, new Date());
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('viewer', 'reports:write')
  delete(@Param('id', { schema: dashboardId }) id: string, @CurrentUser() by: Principal): Promise<void> {
    return this.dashboards.delete(id, by);
  }
}
