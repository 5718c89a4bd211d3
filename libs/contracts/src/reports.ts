import { z } from 'zod';
import { countingUnit, coverageFilter, timeZone } from './coverage-filter.js';
import { targetRef } from './target-ref.js';

const instant = z.iso.datetime({ offset: true });

export const reportLocale = z.enum(['en', 'zh-CN']);
export type ReportLocale = z.infer<typeof reportLocale>;

/** Which time a report speaks of: the last complete calendar unit, the last days up to today, or fixed instants. */
export const reportRange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('last'), unit: z.enum(['day', 'week', 'month', 'quarter', 'year']) }),
  z.object({ kind: z.literal('rolling'), days: z.int().min(1).max(1100) }),
  z
    .object({ kind: z.literal('fixed'), from: instant, to: instant })
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { message: 'The end must come after the start.' }),
]);
export type ReportRange = z.infer<typeof reportRange>;

/** What a block changes of the report's own filter. */
export const blockFilter = z
  .object({
    targets: z.array(targetRef).max(20),
    sources: coverageFilter.shape.sources,
    languages: coverageFilter.shape.languages,
    labels: coverageFilter.shape.labels,
    aspects: coverageFilter.shape.aspects,
    speakers: coverageFilter.shape.speakers,
    bucket: coverageFilter.shape.bucket,
  })
  .partial();
export type BlockFilter = z.infer<typeof blockFilter>;

export const reportChart = z.enum([
  'net',
  'volume',
  'calendar',
  'topics',
  'outlets',
  'languages',
  'share',
  'words',
  'forecasts',
]);
export type ReportChart = z.infer<typeof reportChart>;

const common = { id: z.string().min(1).max(60), title: z.string().max(200).optional(), filter: blockFilter.optional() };
const most = z.int().min(1).max(100);

export const reportBlock = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('text'), markdown: z.string().max(50_000) }),
  z.object({ ...common, kind: z.literal('narrative') }),
  z.object({ ...common, kind: z.literal('tiles') }),
  z.object({ ...common, kind: z.literal('chart'), chart: reportChart }),
  z.object({
    ...common,
    kind: z.literal('table'),
    by: z.enum(['source', 'language', 'topic', 'entity']),
    most: most.default(20),
  }),
  z.object({ ...common, kind: z.literal('stories'), most: most.default(10) }),
  z.object({ ...common, kind: z.literal('quotes'), most: most.default(10) }),
  z.object({ ...common, kind: z.literal('forecasts'), most: most.default(20) }),
  z.object({ ...common, kind: z.literal('method') }),
]);
export type ReportBlock = z.infer<typeof reportBlock>;

/** A report as its author edits it; drawing it needs nothing else but the data and the time. */
export const reportDocument = z.object({
  name: z.string().trim().min(1).max(200),
  locale: reportLocale.default('en'),
  tz: timeZone.default('UTC'),
  range: reportRange.default({ kind: 'last', unit: 'week' }),
  targets: z.array(targetRef).max(20).default([]),
  unit: countingUnit.default('stories'),
  blocks: z.array(reportBlock).min(1).max(60),
});
export type ReportDocument = z.infer<typeof reportDocument>;
export type ReportDocumentInput = z.input<typeof reportDocument>;

export const report = z.object({
  id: z.string(),
  /** Counts up with each change; `PUT` must name the one that it was made from. */
  version: z.int().positive(),
  document: reportDocument,
  createdAt: instant,
  updatedAt: instant,
  updatedBy: z.string().nullable(),
});
export type Report = z.infer<typeof report>;

export const reportUpdate = z.object({ version: z.int().positive(), document: reportDocument });
export type ReportUpdate = z.infer<typeof reportUpdate>;

export const reportTemplateName = z.enum(['weekly', 'topic', 'outlets', 'agi', 'crisis']);
export type ReportTemplateName = z.infer<typeof reportTemplateName>;

/** A template as `GET /reports/templates` lists it. */
export const reportTemplateRow = z.object({
  id: reportTemplateName,
  name: z.string(),
  about: z.string(),
  range: reportRange,
});
export type ReportTemplateRow = z.infer<typeof reportTemplateRow>;

/** Parameters of a template; what is left out has a default of the template's own. */
export const templateParameters = z.object({
  locale: reportLocale.default('en'),
  tz: timeZone.default('UTC'),
  range: reportRange.optional(),
  targets: z.array(targetRef).max(20).optional(),
});
export type TemplateParameters = z.infer<typeof templateParameters>;

export const reportFormat = z.enum(['pdf', 'docx', 'html', 'md', 'xlsx']);
export type ReportFormat = z.infer<typeof reportFormat>;

const mailAddress = z.email().max(320);

/** Where a report goes: a mail address (in a language of its own), one of the alert channels, or a folder of the server. */
export const reportDestination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), address: mailAddress, locale: reportLocale.optional() }),
  z.object({ kind: z.literal('channel'), channelId: z.string().min(1).max(100) }),
  z.object({
    kind: z.literal('folder'),
    folder: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u, 'Use letters, digits, blanks, - and _.'),
  }),
]);
export type ReportDestination = z.infer<typeof reportDestination>;

/** When and to whom a report is sent. `cron` has five fields and is read in `tz`. */
export const reportScheduleInput = z.object({
  cron: z.string().min(9).max(100),
  tz: timeZone,
  formats: z.array(reportFormat).min(1).max(5),
  destinations: z.array(reportDestination).min(1).max(50),
  skipEmpty: z.boolean().default(true),
  /** Skip when nothing but the calendar moved on since the last one that was sent. */
  onlyChanged: z.boolean().default(false),
  enabled: z.boolean().default(true),
});
export type ReportScheduleInput = z.infer<typeof reportScheduleInput>;

export const reportSchedule = reportScheduleInput.extend({
  id: z.string(),
  reportId: z.string(),
  nextAt: instant.nullable(),
  /** Addresses that asked to get no more. */
  unsubscribed: z.array(z.string()),
});
export type ReportSchedule = z.infer<typeof reportSchedule>;

/** What became of a run at one destination. `refused` is for good, `failed` is tried again. */
export const reportDelivery = z.object({
  /** `mail:ann@example.org`, `channel:<id>` or `folder:<name>`. */
  destination: z.string(),
  state: z.enum(['sent', 'failed', 'refused', 'unsubscribed']),
  error: z.string().nullable(),
  at: instant,
});
export type ReportDelivery = z.infer<typeof reportDelivery>;

/** A file that was sent, kept with its run. */
export const reportRunFile = z.object({
  locale: reportLocale,
  format: reportFormat,
  name: z.string(),
  bytes: z.int().nonnegative(),
});
export type ReportRunFile = z.infer<typeof reportRunFile>;

/** One time that a schedule ran. */
export const reportRun = z.object({
  id: z.string(),
  scheduleId: z.string(),
  at: instant,
  outcome: z.enum(['sending', 'sent', 'skipped', 'failed']),
  /** Why it was skipped (`empty`, `unchanged`) or what failed. */
  reason: z.string().nullable(),
  dataHash: z.string().nullable(),
  files: z.array(reportRunFile),
  deliveries: z.array(reportDelivery),
});
export type ReportRun = z.infer<typeof reportRun>;

/** A page that may frame a shared report: scheme and host, e.g. `https://intranet.example.org`. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).origin === value, 'Give scheme and host only, e.g. https://intranet.example.org.');

/** A link for readers without an account. */
export const reportShareInput = z.object({
  /** Whether the link follows later versions; without, it keeps showing the version that was shared. */
  follow: z.boolean().default(false),
  days: z.int().min(1).max(366).default(30),
  password: z.string().min(8).max(200).optional(),
  /** Pages that may embed it; none unless named. */
  embed: z.array(origin).max(20).default([]),
  /** Whether its sent runs can be read as a feed. */
  feed: z.boolean().default(false),
});
export type ReportShareInput = z.infer<typeof reportShareInput>;

export const reportShare = z.object({
  id: z.string(),
  reportId: z.string(),
  /** Null where it follows. */
  version: z.int().positive().nullable(),
  expiresAt: instant,
  hasPassword: z.boolean(),
  embed: z.array(z.string()),
  feed: z.boolean(),
  /** Path below the address of the installation. */
  path: z.string(),
  createdAt: instant,
  createdBy: z.string().nullable(),
});
export type ReportShare = z.infer<typeof reportShare>;
