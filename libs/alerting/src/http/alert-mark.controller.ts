import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { alertMarkInput } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { AlertMarkService } from '../marks/alert-mark.service.js';

@Controller('alert-marks')
@Access('analyst', 'alerts:write')
export class AlertMarkController {
  constructor(private readonly marks: AlertMarkService) {}

  /** Says whether an alert, real or simulated, is worth having. */
  @Put()
  @HttpCode(204)
  mark(
    @Body({ schema: alertMarkInput }) input: z.output<typeof alertMarkInput>,
    @CurrentUser() by: Principal,
  ): Promise<void> {
    return this.marks.mark(input, by.name, new Date());
  }
}
