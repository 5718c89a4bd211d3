import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type ApiToken, type ApiTokenCreated, apiTokenInput } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { ApiTokenService } from './api-token.service.js';

/** A person's own tokens. */
@Controller('tokens')
@Access('viewer', 'admin')
export class ApiTokenController {
  constructor(
    private readonly tokens: ApiTokenService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  mine(@CurrentUser() by: Principal): Promise<ApiToken[]> {
    return this.tokens.ofUser(by.userId);
  }

  @Post()
  async create(
    @Body({ schema: apiTokenInput }) input: z.output<typeof apiTokenInput>,
    @CurrentUser() by: Principal,
  ): Promise<ApiTokenCreated> {
    const token = await this.tokens.create(by.userId, input);
    await this.audit.record(by, { action: 'token.created', subject: token.name, detail: { scopes: token.scopes } });
    return token;
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentUser() by: Principal): Promise<void> {
    await this.tokens.revoke(id, by.userId);
    await this.audit.record(by, { action: 'token.revoked', subject: id });
  }
}
