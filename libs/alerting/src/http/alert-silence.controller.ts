import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type AlertSilence, alertSilenceInput } from '@timbre/contracts';
import { Access, CurrentUser, NotFoundError, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { SilenceRepository } from '../silences/silence.repository.js';

const silenceId = z.uuid();

@Controller('alert-silences')
@Access('viewer')
export class AlertSilenceController {
  constructor(private readonly silences: SilenceRepository) {}

  @Get()
  list(): Promise<AlertSilence[]> {
    return this.silences.list(new Date());
  }

  @Post()
  @Access('analyst', 'alerts:write')
  add(
    @Body({ schema: alertSilenceInput }) input: z.output<typeof alertSilenceInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertSilence> {
    return this.silences.add(input, by.name, new Date());
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'alerts:write')
  async end(@Param('id', { schema: silenceId }) id: string): Promise<void> {
    if (!(await this.silences.end(id, new Date()))) throw new NotFoundError('silence', id);
  }
}
