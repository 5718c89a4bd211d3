import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@timbre/contracts';
import type { Principal } from '@timbre/platform';
import { AuditRepository } from './audit.repository.js';

/** What happened, as the audit keeps it. */
export interface AuditEvent {
  action: string;
  subject?: string;
  detail?: Record<string, unknown>;
}

@Injectable()
export class AuditService {
  constructor(private readonly entries: AuditRepository) {}

  async record(by: Pick<Principal, 'userId' | 'name'> | null, event: AuditEvent, at = new Date()): Promise<void> {
    await this.entries.insert({
      at,
      userId: by?.userId ?? null,
      userName: by?.name ?? null,
      action: event.action,
      subject: event.subject ?? null,
      detail: event.detail ?? null,
    });
  }

  async page(beforeId: string | null, limit: number): Promise<AuditEntry[]> {
    const rows = await this.entries.page(beforeId, limit);
    return rows.map((row) => ({ ...row, id: String(row.id), at: row.at.toISOString() }));
  }
}
