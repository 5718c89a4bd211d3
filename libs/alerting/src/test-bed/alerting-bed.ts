import { Test, type TestingModule } from '@nestjs/testing';
import { CatalogueService } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, SourceService } from '@timbre/collection';
import { alertChannelInput, type AlertRuleInput, alertRuleInput, type CollectionGap } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { Database, EgressClient, EventBus, QueueService, SecretBox, settingsToken } from '@timbre/platform';
import {
  testDatabase,
  type TestDatabase,
  testMailbox,
  type TestMailbox,
  testSite,
  type TestSite,
} from '@timbre/testing';
import { alertingProviders } from '../alerting-providers.js';
import { ChannelService } from '../channels/channel.service.js';
import { Escalations } from '../escalation/escalations.service.js';
import { RuleEvaluator } from '../evaluation/rule-evaluator.service.js';
import { alertingMigrations } from '../index.js';
import { NotificationSender } from '../notifications/notification-sender.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { GroupFlusher } from '../telling/group-flusher.service.js';
import { ScriptedCoverage, type ScriptedMention } from './scripted-coverage.js';

const start = Date.parse('2026-06-01T00:00:00Z');
const tables =
  'alert_mark, alert_escalation, alert_series, alert_silence, alert_delivery_attempt, alert_notification, alert_group, alert_channel, alert_comment, alert_transition, alert, alert_rule_version, alert_rule';

/** Whatever is asked for of alerting. */
type Wanted<Service> = abstract new (...args: never[]) => Service;

/**
 * Real: PostgreSQL with the real migrations, all of alerting, a mail server, a web server. Scripted: coverage, sources,
 * the catalogue, the queue, the clock.
 */
export class AlertingBed {
  readonly coverage = new ScriptedCoverage();
  readonly secret = `whsec_${Buffer.from('a secret of the receiver').toString('base64')}`;
  gaps: CollectionGap[] = [];
  sources = [
    { id: 's1', outlet: 'The Wire', enabled: true },
    { id: 's2', outlet: '港口日报', enabled: true },
  ];
  topics = [
    { id: 'acme', names: { en: 'Acme', zh: '极致公司' } },
    { id: 'borealis', names: { en: 'Borealis', zh: '北极光' } },
  ];
  readonly queued: string[] = [];

  private constructor(
    private readonly test: TestDatabase,
    readonly mailbox: TestMailbox,
    readonly hook: TestSite,
    private module: TestingModule | null,
  ) {}

  static async start(): Promise<AlertingBed> {
    const test = await testDatabase({ migrations: alertingMigrations });
    const bed = new AlertingBed(test, await testMailbox(), await testSite(), null);
    bed.module = await Test.createTestingModule({ providers: [...alertingProviders, ...bed.surroundings()] })
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    return bed;
  }

  get database(): Database {
    return this.test.database;
  }

  get url(): string {
    return this.test.url;
  }

  get<Service>(wanted: Wanted<Service>): Service {
    if (this.module === null) throw new Error('The bed has not started.');
    return this.module.get<Service>(wanted);
  }

  async reset(): Promise<void> {
    await this.database.query(`TRUNCATE ${tables}`);
    this.gaps = [];
    this.coverage.broken = false;
    this.calm();
    this.queued.length = 0;
    this.mailbox.mails.length = 0;
    this.hook.requests.length = 0;
    this.hook.on('/hook', { status: 204 });
  }

  async stop(): Promise<void> {
    await this.module?.close();
    await Promise.all([this.mailbox.close(), this.hook.close(), this.test.close()]);
  }

  minute(index: number): Date {
    return new Date(start + index * 60_000);
  }

  /** Nothing but twelve mentions in four outlets in the hour before the start, so many of them negative. */
  calm(negative = 0, parts: Partial<ScriptedMention> = {}): void {
    this.coverage.mentions = [];
    this.add(negative, parts);
  }

  add(negative: number, parts: Partial<ScriptedMention> = {}, count = 12): void {
    for (let index = 0; index < count; index += 1) {
      this.coverage.mentions.push({
        at: start - 3_600_000 + index,
        label: index < negative ? 'negative' : 'neutral',
        source: `s${(index % 2) + 1}`,
        outlet: `Outlet ${index % 4}`,
        language: 'en',
        topics: [],
        ...parts,
      });
    }
  }

  async webhook(parts: object = {}): Promise<string> {
    const input = { name: 'Hook', kind: 'webhook', url: `${this.hook.url}/hook`, secret: this.secret, ...parts };
    return (await this.get(ChannelService).create(alertChannelInput.parse(input), this.minute(0))).id;
  }

  async rule(recipients: string[], parts: Partial<AlertRuleInput> = {}): Promise<string> {
    const input = alertRuleInput.parse({
      name: 'Crisis',
      series: 'net',
      condition: { kind: 'below', threshold: -0.2 },
      for: 0,
      minimumN: 5,
      minimumOutlets: 3,
      recipients,
      ...parts,
    });
    return (await this.get(AlertRuleService).create(input, { by: 'Ann', at: this.minute(0) })).id;
  }

  /** One round of what a worker does. */
  async tick(at: Date): Promise<void> {
    await this.get(RuleEvaluator).evaluateDue(at);
    await this.get(Escalations).tellDue(at);
    await this.get(GroupFlusher).flushDue(at);
    for (const id of this.queued.splice(0)) await this.get(NotificationSender).send(id, at, () => 0);
  }

  async ticks(from: number, to: number): Promise<void> {
    for (let index = from; index <= to; index += 1) await this.tick(this.minute(index));
  }

  /** What the hook was told, in order. */
  told(
    path = '/hook',
  ): { type: string; subject: string; text: string; chart?: string; data: Record<string, unknown> }[] {
    return this.hook.requests
      .filter((request) => request.path.startsWith(path))
      .map(({ body }) => JSON.parse(body.toString()) as ReturnType<AlertingBed['told']>[number]);
  }

  private surroundings() {
    const { test, hook, mailbox } = this;
    return [
      { provide: Database, useValue: test.database },
      { provide: CoverageQueries, useValue: this.coverage },
      {
        provide: CatalogueService,
        useValue: { current: () => Promise.resolve({ catalogue: { topics: this.topics, entities: [] } }) },
      },
      { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve(this.gaps) } },
      { provide: SourceService, useValue: { all: () => Promise.resolve(this.sources) } },
      {
        provide: QueueService,
        useValue: { add: (_queue: unknown, job: { notificationId: string }) => this.queued.push(job.notificationId) },
      },
      { provide: EventBus, useValue: { publish: () => Promise.resolve() } },
      { provide: SecretBox, useValue: new SecretBox('x'.repeat(40)) },
      {
        provide: EgressClient,
        useFactory: () => new EgressClient({ allow: [hook.host], ports: [443], proxy: undefined, userAgent: 'test' }),
      },
      {
        provide: settingsToken,
        useValue: {
          smtpUrl: mailbox.url,
          smtpFrom: 'Timbre <t@example.org>',
          publicUrl: 'https://timbre.test',
          host: '127.0.0.1',
          port: 3000,
        },
      },
    ];
  }
}
