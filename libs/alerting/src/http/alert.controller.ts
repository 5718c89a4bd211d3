import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Alert, alertCommentInput, type AlertDetail } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { AlertService } from '../alerts/alert.service.js';

const alertId = z.uuid();
const alertQuery = z.object({
  ruleId: z.uuid().optional(),
  open: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

@Controller('alerts')
@Access('viewer')
export class AlertController {
  constructor(private readonly alerts: AlertService) {}

  @Get()
  list(@Query({ schema: alertQuery }) { ruleId, open, limit }: z.output<typeof alertQuery>): Promise<Alert[]> {
    return this.alerts.list({
      limit,
      ...(ruleId === undefined ? {} : { ruleId }),
      ...(open === undefined ? {} : { open }),
    });
  }

  @Get(':id')
  one(@Param('id', { schema: alertId }) id: string): Promise<AlertDetail> {
    return this.alerts.detail(id);
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
