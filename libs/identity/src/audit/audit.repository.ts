import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { AuditEntryEntity } from './audit-entry.entity.js';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async insert(entry: Omit<AuditEntryEntity, 'id'>): Promise<void> {
    await this.database.query(
      'INSERT INTO audit_entry (at, user_id, user_name, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)',
      [entry.at, entry.userId, entry.userName, entry.action, entry.subject, entry.detail],
    );
  }

  /** Newest first, those older than `beforeId`. */
  page(beforeId: string | null, limit: number): Promise<AuditEntryEntity[]> {
    const query = this.database.manager
      .getRepository(AuditEntryEntity)
      .createQueryBuilder('entry')
      .orderBy('entry.id', 'DESC')
      .limit(limit);
    if (beforeId !== null) query.where('entry.id < :beforeId', { beforeId });
    return query.getMany();
  }
}
