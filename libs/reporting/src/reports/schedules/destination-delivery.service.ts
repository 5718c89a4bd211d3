import { Injectable } from '@nestjs/common';
import { ChannelDelivery, ChannelRepository, DeliveryError } from '@timbre/alerting';
import type { ReportDestination, ReportSchedule } from '@timbre/contracts';
import { reportContentTypes } from '../outputs/render-report.js';
import { ReportService } from '../report.service.js';
import { FolderDelivery } from './folder-delivery.service.js';
import { ReportMailer } from './report-mailer.service.js';
import { ReportRunRepository, type RunFile, type StoredRun } from './report-run.repository.js';
import { ReportLinks } from './report-links.service.js';

/** Brings a run that is made to one destination. */
@Injectable()
export class DestinationDelivery {
  constructor(
    private readonly runs: ReportRunRepository,
    private readonly reports: ReportService,
    private readonly mailer: ReportMailer,
    private readonly channels: ChannelRepository,
    private readonly hooks: ChannelDelivery,
    private readonly folders: FolderDelivery,
    private readonly links: ReportLinks,
  ) {}

  /** @throws MailRefusedError and DeliveryError where another try is of no use; else what went wrong. */
  async bring(run: StoredRun, destination: ReportDestination, schedule: ReportSchedule): Promise<void> {
    const { locale: own } = (await this.reports.get(schedule.reportId)).document;
    const files = await this.runs.files(run.id);
    switch (destination.kind) {
      case 'mail':
        return this.mail(run, destination.address, filesIn(files, destination.locale ?? own), schedule);
      case 'channel':
        return this.post(run, destination.channelId, filesIn(files, own), schedule);
      case 'folder': {
        const wanted = filesIn(files, own).filter(({ format }) => schedule.formats.includes(format));
        return this.folders.deliver(destination.folder, wanted, run.at, schedule.tz);
      }
    }
  }

  private async mail(run: StoredRun, to: string, files: RunFile[], schedule: ReportSchedule): Promise<void> {
    const unsubscribe = this.links.unsubscribe({ scheduleId: schedule.id, address: to });
    const body = files.find(({ format }) => format === 'md')?.content.toString() ?? '';
    const zh = files[0]?.locale === 'zh-CN';
    await this.mailer.send({
      to,
      runId: run.id,
      subject: run.title ?? '',
      text: `${body}\n-- \n${zh ? '退订' : 'Unsubscribe'}: ${unsubscribe}\n`,
      attachments: files
        .filter(({ format }) => schedule.formats.includes(format))
        .map(({ name, format, content }) => ({ filename: name, content, contentType: reportContentTypes[format] })),
      unsubscribe,
    });
  }

  private async post(run: StoredRun, channelId: string, files: RunFile[], schedule: ReportSchedule): Promise<void> {
    const channel = await this.channels.find(channelId);
    if (channel === null || !channel.enabled) {
      throw new DeliveryError('The channel is gone or switched off. Choose another.', { final: true });
    }
    const subject = run.title ?? '';
    const summary = run.summary ?? '';
    if (channel.body.kind === 'email') {
      for (const address of channel.body.to) await this.mail(run, address, files, schedule);
      return;
    }
    const links = files
      .filter(({ format }) => schedule.formats.includes(format))
      .map(({ locale, format, name }) => ({
        title: name,
        url: this.links.runFile(run.id, locale, format, new Date()),
      }));
    const text = [summary, ...links.map(({ title, url }) => `${title}: ${url}`)].join('\n\n');
    const data = {
      reportId: schedule.reportId,
      runId: run.id,
      name: subject,
      at: run.at.toISOString(),
      dataHash: run.dataHash,
      summary,
      files: links,
    };
    const paragraphs = summary.split('\n');
    await this.hooks.post(
      channel,
      { id: run.id, type: 'report.made', subject, text, paragraphs, links, priority: 3, data },
      new Date(),
    );
  }
}

const filesIn = (files: readonly RunFile[], locale: string): RunFile[] =>
  files.filter((file) => file.locale === locale);
