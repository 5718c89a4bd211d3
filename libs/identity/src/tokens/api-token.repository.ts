import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { ApiTokenEntity } from './api-token.entity.js';

@Injectable()
export class ApiTokenRepository {
  constructor(private readonly database: Database) {}

  private get rows() {
    return this.database.manager.getRepository(ApiTokenEntity);
  }

  ofUser(userId: string): Promise<ApiTokenEntity[]> {
    return this.rows.find({ where: { userId }, order: { createdAt: 'DESC' } });
  }

  bySecretHash(secretHash: string): Promise<ApiTokenEntity | null> {
    return this.rows.findOneBy({ secretHash });
  }

  async insert(token: ApiTokenEntity): Promise<void> {
    await this.rows.insert(token);
  }

  /** False when the user has no such token. */
  async deleteOfUser(id: string, userId: string): Promise<boolean> {
    const { affected } = await this.rows.delete({ id, userId });
    return (affected ?? 0) > 0;
  }

  /** Notes the use of a token, at most once a minute. */
  async noteUsed(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE api_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
      [id, at],
    );
  }
}
