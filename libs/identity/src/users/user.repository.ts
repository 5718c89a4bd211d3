import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { UserEntity } from './user.entity.js';

@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  private get rows() {
    return this.database.manager.getRepository(UserEntity);
  }

  count(): Promise<number> {
    return this.rows.count();
  }

  /** Admins that can still log in; the last one may be neither demoted nor disabled. */
  countActiveAdmins(): Promise<number> {
    return this.rows.countBy({ role: 'admin', disabled: false });
  }

  all(): Promise<UserEntity[]> {
    return this.rows.find({ order: { createdAt: 'ASC' } });
  }

  byId(id: string): Promise<UserEntity | null> {
    return this.rows.findOneBy({ id });
  }

  byEmail(email: string): Promise<UserEntity | null> {
    return this.rows.findOneBy({ email });
  }

  /** False when the address is taken. */
  async insertUnlessTaken(user: UserEntity): Promise<boolean> {
    const result = await this.database.query(
      `INSERT INTO app_user (id, email, name, role, password_hash, disabled, preferences, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [user.id, user.email, user.name, user.role, user.passwordHash, user.disabled, user.preferences, user.createdAt],
    );
    return result.length > 0;
  }

  async update(id: string, changes: Partial<UserEntity>): Promise<void> {
    await this.rows.update({ id }, changes);
  }

  async delete(id: string): Promise<void> {
    await this.rows.delete({ id });
  }

  /** Notes that the user was here; at most once a minute, so that reading does not mean writing. */
  async noteSeen(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE app_user SET last_seen_at = $2 WHERE id = $1 AND (last_seen_at IS NULL OR last_seen_at < $2::timestamptz - interval '1 minute')`,
      [id, at],
    );
  }
}
