import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type AlertChannel, alertChannelInput, type AlertNotification } from '@timbre/contracts';
import { Access } from '@timbre/platform';
import { z } from 'zod';
import { ChannelService } from '../channels/channel.service.js';
import { TestMessageService } from '../notifications/test-message.service.js';

const channelId = z.uuid();

@Controller('alert-channels')
@Access('viewer')
export class AlertChannelController {
  constructor(
    private readonly channels: ChannelService,
    private readonly tests: TestMessageService,
  ) {}

  @Get()
  list(): Promise<AlertChannel[]> {
    return this.channels.list();
  }

  @Post()
  @Access('analyst', 'alerts:write')
  create(@Body({ schema: alertChannelInput }) input: z.output<typeof alertChannelInput>): Promise<AlertChannel> {
    return this.channels.create(input, new Date());
  }

  @Put(':id')
  @Access('analyst', 'alerts:write')
  change(
    @Param('id', { schema: channelId }) id: string,
    @Body({ schema: alertChannelInput }) input: z.output<typeof alertChannelInput>,
  ): Promise<AlertChannel> {
    return this.channels.change(id, input, new Date());
  }

  /** Sends a test at once and says what came of it. */
  @Post(':id/test')
  @HttpCode(200)
  @Access('analyst', 'alerts:write')
  test(@Param('id', { schema: channelId }) id: string): Promise<AlertNotification> {
    return this.tests.send(id, new Date());
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'alerts:write')
  remove(@Param('id', { schema: channelId }) id: string): Promise<void> {
    return this.channels.remove(id, new Date());
  }
}
