import { Body, Controller, Delete, Get, HttpCode, Inject, Optional, Param, Post } from '@nestjs/common';
import { type LongJob, takedownInput } from '@timbre/contracts';
import {
  Access,
  AUDIT_TRAIL,
  type AuditTrail,
  CurrentUser,
  LongJobService,
  NotFoundError,
  type Principal,
} from '@timbre/platform';
import { z } from 'zod';
import { takedownKind, takedownQueue } from './takedown.job.js';
import { type TakenDownOutlet, TakedownRepository } from './takedown.repository.js';

/** Thrown where a process without identity would act without a trace. */
class NoAuditError extends Error {
  constructor() {
    super('A takedown must be written to the audit, and this process has none. Import IdentityModule.');
    this.name = 'NoAuditError';
  }
}

const outletName = z.string().trim().min(1).max(300);

@Controller('takedowns')
@Access('admin', 'admin')
export class TakedownController {
  constructor(
    private readonly jobs: LongJobService,
    private readonly takedowns: TakedownRepository,
    @Optional() @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail | null,
  ) {}

  /** Deletes an outlet everywhere. It cannot be undone, so the outlet is named twice: here and as its confirmation. */
  @Post()
  @HttpCode(202)
  async begin(
    @Body({ schema: takedownInput }) { outlet, reason }: z.output<typeof takedownInput>,
    @CurrentUser() by: Principal,
  ): Promise<LongJob> {
    if (!this.audit) throw new NoAuditError();
    const sources = await this.takedowns.sourcesOf(outlet);
    if (sources.length === 0) throw new NotFoundError('outlet', outlet);
    await this.audit.record(by, { action: 'outlet.takedown', subject: outlet, detail: { reason, sources } });
    return this.jobs.start(takedownQueue, { outlet }, { kind: takedownKind, title: outlet, startedBy: by.userId });
  }

  /** Outlets that are kept out. */
  @Get()
  list(): Promise<TakenDownOutlet[]> {
    return this.takedowns.all();
  }

  /** Lets an outlet in again. Its sources stay switched off until somebody resumes them; nothing deleted comes back. */
  @Delete(':outlet')
  @HttpCode(204)
  async end(
    @Param('outlet', { schema: outletName }) outlet: z.output<typeof outletName>,
    @CurrentUser() by: Principal,
  ): Promise<void> {
    if (!this.audit) throw new NoAuditError();
    if (!(await this.takedowns.letIn(outlet))) throw new NotFoundError('takedown', outlet);
    await this.audit.record(by, { action: 'outlet.takedown_ended', subject: outlet });
  }
}
