import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { type Alert, alertCommentInput, type AlertDetail } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { AlertCharts } from '../alerts/alert-charts.service.js';
import { AlertService } from '../alerts/alert.service.js';

const alertId = z.uuid();
const alertQuery = z.object({
  ruleId: z.uuid().optional(),
  open: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const chartQuery = z.object({
  language: z.enum(['en', 'zh']).default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  width: z.coerce.number().int().min(320).max(1_200).default(640),
});

@Controller('alerts')
@Access('viewer')
export class AlertController {
  constructor(
    private readonly alerts: AlertService,
    private readonly charts: AlertCharts,
  ) {}

  @Get()
  list(@Query({ schema: alertQuery }) { ruleId, open, limit }: z.output<typeof alertQuery>): Promise<Alert[]> {
    const filter = { limit, ...(ruleId === undefined ? {} : { ruleId }), ...(open === undefined ? {} : { open }) };
    return this.alerts.list(filter, new Date());
  }

  @Get(':id')
  one(@Param('id', { schema: alertId }) id: string): Promise<AlertDetail> {
    return this.alerts.detail(id, new Date());
  }

  /** The moment of the alert as a picture. */
  @Get(':id/chart.png')
  @Header('content-type', 'image/png')
  @Header('cache-control', 'private, max-age=60')
  async chart(
    @Param('id', { schema: alertId }) id: string,
    @Query({ schema: chartQuery }) look: z.output<typeof chartQuery>,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.charts.of(id, look, new Date()));
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Access('analyst', 'alerts:write')
  acknowledge(@Param('id', { schema: alertId }) id: string, @CurrentUser() by: Principal): Promise<AlertDetail> {
    return this.alerts.acknowledge(id, by.name, new Date());
  }

  @Post(':id/comments')
  @Access('analyst', 'alerts:write')
  comment(
    @Param('id', { schema: alertId }) id: string,
    @Body({ schema: alertCommentInput }) { text }: z.output<typeof alertCommentInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertDetail> {
    return this.alerts.comment(id, { by: by.name, at: new Date(), text });
  }
}
