import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { loginInput, type SessionState, setupInput } from '@timbre/contracts';
import { Access, InjectSettings, principalOf, type Settings } from '@timbre/platform';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { sessionCookie, sessionSecretFrom } from '../access/session-cookie.js';
import { AuditService } from '../audit/audit.service.js';
import { OwnerSetupService } from '../setup/owner-setup.service.js';
import { UserRepository } from '../users/user.repository.js';
import { presentUser } from '../users/user.service.js';
import { SessionService } from './session.service.js';

/** Logging in and out, and the creation of the owner. */
@Controller()
@Access('public')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly setup: OwnerSetupService,
    private readonly users: UserRepository,
    private readonly audit: AuditService,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  @Get('session')
  async state(@Req() request: Request): Promise<SessionState> {
    const principal = principalOf(request);
    const user = principal && (await this.users.byId(principal.userId));
    return { user: user && presentUser(user), setupNeeded: !user && (await this.setup.isNeeded()) };
  }

  @Post('session')
  @HttpCode(200)
  async logIn(
    @Body({ schema: loginInput }) input: z.output<typeof loginInput>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const { secret, user } = await this.sessions.logIn(input.email, input.password);
    response.setHeader('Set-Cookie', this.cookie(secret));
    await this.audit.record({ userId: user.id, name: user.name }, { action: 'session.opened' });
    return { user: presentUser(user), setupNeeded: false };
  }

  @Delete('session')
  @HttpCode(204)
  async logOut(
    @Headers('cookie') cookie: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const secret = sessionSecretFrom(cookie);
    if (secret !== null) await this.sessions.close(secret);
    response.setHeader('Set-Cookie', this.cookie(null));
  }

  @Post('setup')
  async createOwner(
    @Body({ schema: setupInput }) input: z.output<typeof setupInput>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const id = await this.setup.createOwner(input);
    response.setHeader('Set-Cookie', this.cookie(await this.sessions.open(id)));
    const user = await this.users.byId(id);
    return { user: user && presentUser(user), setupNeeded: false };
  }

  private cookie(secret: string | null): string {
    return sessionCookie(secret, this.settings.publicUrl?.startsWith('https:') ?? false);
  }
}
