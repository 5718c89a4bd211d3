import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  private get rows() {
    return this.database.manager.getRepository(SessionEntity);
  }

  async insert(session: SessionEntity): Promise<void> {
    await this.rows.insert(session);
  }

  unexpired(secretHash: string, now: Date): Promise<SessionEntity | null> {
    return this.rows
      .createQueryBuilder('session')
      .where('session.secretHash = :secretHash AND session.expiresAt > :now', { secretHash, now })
      .getOne();
  }

  async extend(secretHash: string, expiresAt: Date): Promise<void> {
    await this.rows.update({ secretHash }, { expiresAt });
  }

  async delete(secretHash: string): Promise<void> {
    await this.rows.delete({ secretHash });
  }

  /** Logs a user out everywhere. */
  async deleteOfUser(userId: string): Promise<void> {
    await this.rows.delete({ userId });
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.database.query('DELETE FROM user_session WHERE expires_at <= $1', [now]);
  }
}
