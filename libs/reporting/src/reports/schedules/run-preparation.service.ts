import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Report, ReportFormat, ReportLocale, ReportSchedule } from '@timbre/contracts';
import type { DrawnReport } from '../drawn/drawn-report.js';
import { plainSentence } from '../narrative/figure-links.js';
import { reportFileName } from '../outputs/report-file-name.js';
import { ReportService } from '../report.service.js';
import { changeHash } from './change-hash.js';
import { ReportRunRepository, type RunFile, type StoredRun } from './report-run.repository.js';

/** Makes what a run will send, in each language that somebody wants, and keeps it: tries and readers get the same files. */
@Injectable()
export class RunPreparation {
  constructor(
    private readonly reports: ReportService,
    private readonly runs: ReportRunRepository,
  ) {}

  /** @throws what making the report threw, after it is written down. */
  async prepare(schedule: ReportSchedule, at: Date): Promise<StoredRun> {
    const blank = { id: randomUUID(), scheduleId: schedule.id, at, dataHash: null, changeHash: null, version: null };
    const report = await this.reports.get(schedule.reportId);
    try {
      return await this.made(schedule, report, {
        ...blank,
        outcome: 'sending',
        reason: null,
        title: null,
        summary: null,
      });
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
      await this.runs.save({ ...blank, outcome: 'failed', reason, title: report.document.name, summary: null });
      throw error;
    }
  }

  private async made(schedule: ReportSchedule, { document, version }: Report, run: StoredRun): Promise<StoredRun> {
    const own = await this.reports.make(document, fileFormats(schedule), run.at);
    const about: StoredRun = {
      ...run,
      version,
      title: document.name,
      dataHash: own.drawn.dataHash,
      changeHash: changeHash(own.drawn),
      summary: summaryOf(own.drawn),
    };
    if (own.drawn.empty && schedule.skipEmpty) return this.runs.save({ ...about, outcome: 'skipped', reason: 'empty' });
    if (schedule.onlyChanged && (await this.runs.lastChangeHash(schedule.id, run.at)) === about.changeHash) {
      return this.runs.save({ ...about, outcome: 'skipped', reason: 'unchanged' });
    }
    const files = filesOf(own.files, document.name, document.locale);
    for (const locale of otherLocales(schedule, document.locale)) {
      const translated = await this.reports.make({ ...document, locale }, fileFormats(schedule), run.at);
      files.push(...filesOf(translated.files, document.name, locale));
    }
    return this.runs.save(about, files);
  }
}

/** Markdown is always there: it is the body of the mail. */
const fileFormats = ({ formats }: ReportSchedule): ReportFormat[] => [...new Set<ReportFormat>([...formats, 'md'])];

function otherLocales({ destinations }: ReportSchedule, own: ReportLocale): ReportLocale[] {
  const wanted = destinations.flatMap((one) => (one.kind === 'mail' && one.locale !== undefined ? [one.locale] : []));
  return [...new Set(wanted)].filter((locale) => locale !== own);
}

const filesOf = (files: ReadonlyMap<ReportFormat, Buffer>, name: string, locale: ReportLocale): RunFile[] =>
  [...files].map(([format, content]) => ({ locale, format, name: reportFileName(name, format), content }));

/** Sentences and figures that a reader gets before the document. */
function summaryOf({ blocks }: DrawnReport): string {
  return blocks
    .flatMap(({ part }): string[] => {
      if (part.kind === 'sentences') return part.sentences.map(plainSentence);
      return part.kind === 'tiles' ? part.tiles.map(({ label, value, note }) => `${label}: ${value} (${note})`) : [];
    })
    .join('\n')
    .slice(0, 4000)
    .toWellFormed();
}
