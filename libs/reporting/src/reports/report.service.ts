import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Report, ReportDocument, ReportFormat } from '@timbre/contracts';
import { Database, EventBus, NotFoundError } from '@timbre/platform';
import { ReportChangedError } from '../reporting-errors.js';
import { ReportComposer } from './compose/report-composer.service.js';
import type { DrawnReport } from './drawn/drawn-report.js';
import { renderReport } from './outputs/render-report.js';
import { ReportRepository } from './storage/report.repository.js';

/** Keeps reports with their versions, and makes files of them. */
@Injectable()
export class ReportService {
  constructor(
    private readonly repository: ReportRepository,
    private readonly composer: ReportComposer,
    private readonly database: Database,
    private readonly events: EventBus,
  ) {}

  list(): Promise<Report[]> {
    return this.repository.all();
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Report> {
    const found = await this.repository.byId(id);
    if (found === null) throw new NotFoundError('report', id);
    return found;
  }

  async add(document: ReportDocument, by: string | null, now: Date): Promise<Report> {
    return this.saved(() => this.repository.insert(randomUUID(), document, by, now));
  }

  /** @throws NotFoundError, ReportChangedError */
  async replace(id: string, version: number, document: ReportDocument, by: string | null, now: Date): Promise<Report> {
    await this.get(id);
    return this.saved(() => this.repository.replace(id, version, document, by, now));
  }

  async duplicate(id: string, name: string, by: string | null, now: Date): Promise<Report> {
    const { document } = await this.get(id);
    return this.add({ ...document, name }, by, now);
  }

  async versions(id: string): Promise<{ version: number; savedAt: Date; savedBy: string | null }[]> {
    await this.get(id);
    return this.repository.versions(id);
  }

  /** @throws NotFoundError */
  async version(id: string, version: number): Promise<ReportDocument> {
    const document = await this.repository.version(id, version);
    if (document === null) throw new NotFoundError('report version', `${id}/${version}`);
    return document;
  }

  async delete(id: string): Promise<void> {
    if (!(await this.repository.delete(id))) throw new NotFoundError('report', id);
    await this.events.publish('report.changed', { reportId: id });
  }

  /** @throws BlockFailedError, TypesettingError */
  async make(
    document: ReportDocument,
    formats: readonly ReportFormat[],
    now: Date,
  ): Promise<{ drawn: DrawnReport; files: Map<ReportFormat, Buffer> }> {
    const drawn = await this.composer.compose(document, now);
    const files = new Map<ReportFormat, Buffer>();
    for (const format of formats) files.set(format, await renderReport(drawn, format));
    return { drawn, files };
  }

  private async saved(save: () => Promise<Report | null>): Promise<Report> {
    const report = await this.database.transaction(async () => {
      const written = await save();
      if (written === null) throw new ReportChangedError();
      await this.repository.keepVersion(written);
      return written;
    });
    await this.events.publish('report.changed', { reportId: report.id });
    return report;
  }
}
