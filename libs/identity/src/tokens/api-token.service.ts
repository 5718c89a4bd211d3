import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ApiToken, ApiTokenCreated, apiTokenInput } from '@timbre/contracts';
import { NotFoundError, type Principal } from '@timbre/platform';
import type { z } from 'zod';
import { hashOfSecret, newSecret } from '../access/secret.js';
import { UserRepository } from '../users/user.repository.js';
import type { ApiTokenEntity } from './api-token.entity.js';
import { ApiTokenRepository } from './api-token.repository.js';

function present(row: ApiTokenEntity): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}

@Injectable()
export class ApiTokenService {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly users: UserRepository,
  ) {}

  async ofUser(userId: string): Promise<ApiToken[]> {
    return (await this.tokens.ofUser(userId)).map(present);
  }

  /** The secret is in the answer this once; only its hash is kept. */
  async create(userId: string, input: z.output<typeof apiTokenInput>, now = new Date()): Promise<ApiTokenCreated> {
    const secret = newSecret('timbre_');
    const row: ApiTokenEntity = {
      id: randomUUID(),
      userId,
      name: input.name,
      secretHash: hashOfSecret(secret),
      scopes: input.scopes,
      createdAt: now,
      lastUsedAt: null,
      expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt),
    };
    await this.tokens.insert(row);
    return { ...present(row), secret };
  }

  async revoke(id: string, userId: string): Promise<void> {
    if (!(await this.tokens.deleteOfUser(id, userId))) throw new NotFoundError('token', id);
  }

  /** Who acts with this token; null when it is unknown, expired, or its owner is disabled. */
  async principalOf(secret: string, now = new Date()): Promise<Principal | null> {
    const token = await this.tokens.bySecretHash(hashOfSecret(secret));
    if (!token || (token.expiresAt && token.expiresAt <= now)) return null;
    const user = await this.users.byId(token.userId);
    if (!user || user.disabled) return null;
    await this.tokens.noteUsed(token.id, now);
    return {
      kind: 'token',
      userId: user.id,
      name: `${user.name} (${token.name})`,
      role: user.role,
      scopes: token.scopes,
      tokenId: token.id,
    };
  }
}
