import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { SourceWebhook } from '@timbre/contracts';
import { Access, RateLimited } from '@timbre/platform';
import type { Request } from 'express';
import { WebhookService, type WebhookReceipt } from './webhook.service.js';

/** Where other programs post articles; what proves that they may is the address or the signature, not a login. */
@Controller('hooks')
@Access('public')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Post(':source')
  @HttpCode(202)
  @RateLimited('webhook', { points: 600, perSeconds: 60 })
  signed(
    @Param('source') source: string,
    @Body() document: unknown,
    @Req() request: RawBodyRequest<Request>,
    @Headers('x-timbre-signature') own?: string,
    @Headers('x-hub-signature-256') hub?: string,
  ): Promise<WebhookReceipt> {
    return this.take(source, document, request, undefined, own ?? hub);
  }

  @Post(':source/:secret')
  @HttpCode(202)
  @RateLimited('webhook', { points: 600, perSeconds: 60 })
  secret(
    @Param('source') source: string,
    @Param('secret') secret: string,
    @Body() document: unknown,
    @Req() request: RawBodyRequest<Request>,
  ): Promise<WebhookReceipt> {
    return this.take(source, document, request, secret, undefined);
  }

  private take(
    source: string,
    document: unknown,
    request: RawBodyRequest<Request>,
    secret: string | undefined,
    signature: string | undefined,
  ): Promise<WebhookReceipt> {
    const bytes = request.rawBody ?? Buffer.alloc(0);
    return this.webhooks.receive(source, { document, bytes, secret, signature }, new Date());
  }
}

/** What an analyst gives to the sender. */
@Controller('sources/:id/webhook')
@Access('analyst', 'sources:write')
export class WebhookKeyController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  describe(@Param('id') id: string): Promise<SourceWebhook> {
    return this.webhooks.describe(id);
  }

  @Post('rotate')
  rotate(@Param('id') id: string): Promise<SourceWebhook> {
    return this.webhooks.rotate(id);
  }
}
