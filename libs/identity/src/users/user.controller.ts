import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { type User, userInput, userPatch, userPreferences } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { UserService } from './user.service.js';

/** What people may change about themselves. */
const ownPatch = userPatch
  .pick({ name: true, password: true })
  .extend({ preferences: userPreferences.optional() })
  .strict();

@Controller('users')
@Access('admin')
export class UserController {
  constructor(
    private readonly users: UserService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  all(): Promise<User[]> {
    return this.users.all();
  }

  @Post()
  async create(
    @Body({ schema: userInput }) input: z.output<typeof userInput>,
    @CurrentUser() by: Principal,
  ): Promise<User> {
    const user = await this.users.create(input);
    await this.audit.record(by, { action: 'user.created', subject: user.email, detail: { role: user.role } });
    return user;
  }

  @Patch('me')
  @Access('viewer')
  changeSelf(
    @Body({ schema: ownPatch }) patch: z.output<typeof ownPatch>,
    @CurrentUser() by: Principal,
  ): Promise<User> {
    return this.users.change(by.userId, patch);
  }

  @Patch(':id')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: userPatch }) patch: z.output<typeof userPatch>,
    @CurrentUser() by: Principal,
  ): Promise<User> {
    const user = await this.users.change(id, patch);
    const { password, ...said } = patch;
    await this.audit.record(by, {
      action: 'user.changed',
      subject: user.email,
      detail: { ...said, passwordChanged: password !== undefined },
    });
    return user;
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@Param('id', ParseUUIDPipe) id: string, @CurrentUser() by: Principal): Promise<void> {
    await this.users.delete(id);
    await this.audit.record(by, { action: 'user.deleted', subject: id });
  }
}
