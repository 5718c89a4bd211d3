import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role, User, userInput, userPatch } from '@timbre/contracts';
import { Database, NotFoundError } from '@timbre/platform';
import type { z } from 'zod';
import { hashPassword } from '../access/password-hash.js';
import { EmailTakenError, LastAdminError } from '../identity-errors.js';
import { SessionRepository } from '../sessions/session.repository.js';
import type { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';

/** A user as the API shows one: without the hash. */
export function presentUser(row: UserEntity): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    disabled: row.disabled,
    preferences: row.preferences,
  };
}

@Injectable()
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async all(): Promise<User[]> {
    return (await this.users.all()).map(presentUser);
  }

  async create(input: z.output<typeof userInput>, now = new Date()): Promise<User> {
    const row: UserEntity = {
      id: randomUUID(),
      email: input.email,
      name: input.name,
      role: input.role,
      passwordHash: await hashPassword(input.password),
      disabled: false,
      preferences: {},
      createdAt: now,
      lastSeenAt: null,
    };
    if (!(await this.users.insertUnlessTaken(row))) throw new EmailTakenError();
    return presentUser(row);
  }

  /** Changes a user; a new password, role or a ban logs them out everywhere. */
  async change(id: string, patch: z.output<typeof userPatch>): Promise<User> {
    const passwordHash = patch.password === undefined ? undefined : await hashPassword(patch.password);
    return this.database.transaction(async () => {
      const user = await this.existing(id);
      if (user.role === 'admin' && !user.disabled && losesAdmin(patch)) await this.refuseLastAdmin();
      const changes = {
        ...(patch.name !== undefined && { name: patch.name }),
        ...(patch.role !== undefined && { role: patch.role }),
        ...(patch.disabled !== undefined && { disabled: patch.disabled }),
        ...(patch.preferences !== undefined && { preferences: { ...user.preferences, ...patch.preferences } }),
        ...(passwordHash !== undefined && { passwordHash }),
      };
      if (Object.keys(changes).length > 0) await this.users.update(id, changes);
      if (passwordHash !== undefined || patch.role !== undefined || patch.disabled === true)
        await this.sessions.deleteOfUser(id);
      return presentUser({ ...user, ...changes });
    });
  }

  async delete(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const user = await this.existing(id);
      if (user.role === 'admin' && !user.disabled) await this.refuseLastAdmin();
      await this.users.delete(id);
    });
  }

  private async existing(id: string): Promise<UserEntity> {
    const user = await this.users.byId(id);
    if (!user) throw new NotFoundError('user', id);
    return user;
  }

  private async refuseLastAdmin(): Promise<void> {
    if ((await this.users.countActiveAdmins()) <= 1) throw new LastAdminError();
  }
}

function losesAdmin(patch: { role?: Role; disabled?: boolean }): boolean {
  return (patch.role !== undefined && patch.role !== 'admin') || patch.disabled === true;
}
