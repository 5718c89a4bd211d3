import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ReportDocument, ReportTemplateName } from '@timbre/contracts';
import type { TestDatabase, TestMailbox, TestSite } from '@timbre/testing';
import { documentFrom } from '../reports/templates/report-templates.js';

/** The running modules with the world around them, and ways to ask them. */
export interface RunningReporting {
  app: NestExpressApplication;
  test: TestDatabase;
  mailbox: TestMailbox;
  site: TestSite;
  /** Data folder. */
  folder: string;
  /** Address of the API, without a slash at the end. */
  url: string;
  /** The last moment of the sample coverage. */
  now: Date;
  get(path: string): Promise<Response>;
  send(method: string, path: string, body: unknown): Promise<Response>;
}

export const json = async <Body>(answer: Promise<Response>): Promise<Body> => (await (await answer).json()) as Body;

export const template = (name: ReportTemplateName, locale: 'en' | 'zh-CN' = 'en'): ReportDocument =>
  documentFrom(name, { locale, tz: 'Asia/Shanghai', range: { kind: 'rolling', days: 60 }, targets: [] });
