import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEntry } from '@timbre/contracts';
import { Access, decodeCursor, encodeCursor } from '@timbre/platform';
import { z } from 'zod';
import { AuditService } from './audit.service.js';

const query = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@Controller('audit')
@Access('admin')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  async page(
    @Query({ schema: query }) { cursor, limit }: z.output<typeof query>,
  ): Promise<{ items: AuditEntry[]; next: string | null }> {
    const beforeId = cursor === undefined ? null : decodeCursor(z.tuple([z.string().regex(/^\d{1,19}$/)]), cursor)[0];
    const items = await this.audit.page(beforeId, limit);
    const last = items.at(-1);
    return { items, next: items.length === limit && last ? encodeCursor([last.id]) : null };
  }
}
