import { Injectable } from '@nestjs/common';
import type { setupInput } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { z } from 'zod';
import { hashOfSecret, newSecret } from '../access/secret.js';
import { AuditService } from '../audit/audit.service.js';
import { SetupLinkError } from '../identity-errors.js';
import { UserRepository } from '../users/user.repository.js';
import { UserService } from '../users/user.service.js';
import { OwnerSetupRepository } from './owner-setup.repository.js';

@Injectable()
export class OwnerSetupService {
  constructor(
    private readonly database: Database,
    private readonly setups: OwnerSetupRepository,
    private readonly users: UserRepository,
    private readonly userService: UserService,
    private readonly audit: AuditService,
  ) {}

  async isNeeded(): Promise<boolean> {
    return (await this.users.count()) === 0;
  }

  /** A new one-time path such as `/setup?token=…` while nobody can log in; null otherwise. Older links stop working. */
  async newLinkPath(now = new Date()): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const secret = newSecret();
    await this.setups.replace(hashOfSecret(secret), now);
    return `/setup?token=${secret}`;
  }

  /** Creates the owner, an administrator. @returns the user's id */
  async createOwner(input: z.output<typeof setupInput>): Promise<string> {
    return this.database.transaction(async () => {
      if (!(await this.setups.consume(hashOfSecret(input.token)))) throw new SetupLinkError();
      const { email, name, password } = input;
      const owner = await this.userService.create({ email, name, password, role: 'admin' });
      await this.audit.record(
        { userId: owner.id, name: owner.name },
        { action: 'owner.created', subject: owner.email },
      );
      return owner.id;
    });
  }
}
