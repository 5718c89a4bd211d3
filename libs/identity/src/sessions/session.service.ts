import { Injectable } from '@nestjs/common';
import type { Principal } from '@timbre/platform';
import { passwordFits } from '../access/password-hash.js';
import { hashOfSecret, newSecret } from '../access/secret.js';
import { WrongCredentialsError } from '../identity-errors.js';
import type { UserEntity } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';
import { SessionRepository } from './session.repository.js';

export const SESSION_DAYS = 30;
const DAY = 86_400_000;

@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly users: UserRepository,
  ) {}

  /** Checks the password and opens a session. @returns the cookie's secret */
  async logIn(email: string, password: string, now = new Date()): Promise<{ secret: string; user: UserEntity }> {
    const user = await this.users.byEmail(email);
    const fits = await passwordFits(password, user?.passwordHash);
    if (!fits || !user || user.disabled) throw new WrongCredentialsError();
    return { secret: await this.open(user.id, now), user };
  }

  async open(userId: string, now = new Date()): Promise<string> {
    const secret = newSecret();
    await this.sessions.deleteExpired(now);
    await this.sessions.insert({
      secretHash: hashOfSecret(secret),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY),
    });
    return secret;
  }

  async close(secret: string): Promise<void> {
    await this.sessions.delete(hashOfSecret(secret));
  }

  /** Whose session a cookie is; null when it is unknown, expired, or its user is disabled. Use extends it. */
  async userOf(secret: string, now = new Date()): Promise<UserEntity | null> {
    const session = await this.sessions.unexpired(hashOfSecret(secret), now);
    const user = session ? await this.users.byId(session.userId) : null;
    if (!session || !user || user.disabled) return null;
    const renewed = new Date(now.getTime() + SESSION_DAYS * DAY);
    if (renewed.getTime() - session.expiresAt.getTime() > DAY) await this.sessions.extend(session.secretHash, renewed);
    await this.users.noteSeen(user.id, now);
    return user;
  }
}

/** A signed-in user as requests carry one. */
export function principalOfUser(user: UserEntity): Principal {
  return { kind: 'user', userId: user.id, name: user.name, role: user.role, scopes: null };
}
