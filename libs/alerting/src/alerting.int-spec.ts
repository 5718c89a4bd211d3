import { Test, type TestingModule } from '@nestjs/testing';
import { CatalogueService } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, SourceService } from '@timbre/collection';
import {
  alertChannelInput,
  type AlertRuleInput,
  alertRuleInput,
  type CollectionGap,
  type CoverageFilter,
} from '@timbre/contracts';
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
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { alertingProviders } from './alerting-providers.js';
import { AlertService } from './alerts/alert.service.js';
import { ChannelService } from './channels/channel.service.js';
import { verifyWebhook } from './channels/webhook-signature.js';
import { RuleEvaluator } from './evaluation/rule-evaluator.service.js';
import { alertingMigrations } from './index.js';
import { NotificationRepository } from './notifications/notification.repository.js';
import { NotificationSender } from './notifications/notification-sender.service.js';
import { AlertRuleService } from './rules/alert-rule.service.js';
import { SilenceRepository } from './silences/silence.repository.js';
import { GroupFlusher } from './telling/group-flusher.service.js';

/** Real: PostgreSQL with the real migration, all of alerting, a mail server, a web server. Scripted: coverage, sources, clock. */
let test: TestDatabase;
let module: TestingModule;
let mailbox: TestMailbox;
let hook: TestSite;
const start = Date.parse('2026-06-01T00:00:00Z');
const minute = (index: number): Date => new Date(start + index * 60_000);
const coverage = { net: 0.1, n: 12, outlets: 4 };
let gaps: CollectionGap[] = [];
const queued: string[] = [];
const secret = `whsec_${Buffer.from('a secret of the receiver').toString('base64')}`;

const scriptedCoverage = {
  totals: (filter: CoverageFilter) =>
    Promise.resolve(
      (filter.targets.length === 0 ? ['all'] : filter.targets).map((target) => ({
        target,
        name: target,
        previous: null,
        current: {
          n: coverage.n,
          articles: coverage.n,
          stories: coverage.n,
          positive: 0,
          negative: Math.round(-coverage.net * coverage.n),
          neutral: 0,
          net: { value: coverage.net, low: coverage.net - 0.1, high: coverage.net + 0.1, n: coverage.n },
          polarisation: 0,
          outlets: coverage.outlets,
        },
      })),
    ),
  articles: () =>
    Promise.resolve({
      items: [1, 2, 3].map((i) => ({
        id: `a${i}`,
        title: `Grim story ${i} <b>`,
        sourceName: 'The Wire',
        published: minute(0).toISOString(),
        score: -i / 4,
        storyId: `s${i}`,
        storySize: 1,
        evidence: `Evidence ${i} says it went badly.`,
      })),
      next: null,
      total: 3,
    }),
};

beforeAll(async () => {
  test = await testDatabase({ migrations: alertingMigrations });
  mailbox = await testMailbox();
  hook = await testSite();
  const provided = [
    { provide: Database, useValue: test.database },
    { provide: CoverageQueries, useValue: scriptedCoverage },
    {
      provide: CatalogueService,
      useValue: { current: () => Promise.resolve({ catalogue: { topics: [], entities: [] } }) },
    },
    { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve(gaps) } },
    {
      provide: SourceService,
      useValue: { all: () => Promise.resolve(['s1', 's2'].map((id) => ({ id, enabled: true }))) },
    },
    {
      provide: QueueService,
      useValue: { add: (_queue: unknown, job: { notificationId: string }) => queued.push(job.notificationId) },
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
  module = await Test.createTestingModule({ providers: [...alertingProviders, ...provided] })
    .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
    .compile();
}, 60_000);
afterAll(async () => {
  await module.close();
  await Promise.all([mailbox.close(), hook.close(), test.close()]);
});
beforeEach(async () => {
  await test.database.query(
    'TRUNCATE alert_silence, alert_delivery_attempt, alert_notification, alert_group, alert_channel, alert_comment, alert_transition, alert, alert_rule_version, alert_rule',
  );
  Object.assign(coverage, { net: 0.1, n: 12, outlets: 4 });
  gaps = [];
  queued.length = 0;
  mailbox.mails.length = 0;
  hook.requests.length = 0;
  hook.on('/hook', { status: 204 });
});

async function webhook(): Promise<string> {
  const input = alertChannelInput.parse({ name: 'Hook', kind: 'webhook', url: `${hook.url}/hook`, secret });
  return (await module.get(ChannelService).create(input, minute(0))).id;
}
async function rule(recipients: string[], parts: Partial<AlertRuleInput> = {}): Promise<string> {
  const input = alertRuleInput.parse({
    name: 'Crisis',
    series: 'net',
    condition: { kind: 'below', threshold: -0.2 },
    for: '2m',
    minimumN: 5,
    minimumOutlets: 3,
    recipients,
    ...parts,
  });
  return (await module.get(AlertRuleService).create(input, { by: 'Ann', at: minute(0) })).id;
}
async function tick(at: Date): Promise<void> {
  await module.get(RuleEvaluator).evaluateDue(at);
  await module.get(GroupFlusher).flushDue(at);
  for (const id of queued.splice(0)) await module.get(NotificationSender).send(id, at, () => 0);
}
async function ticks(from: number, to: number): Promise<void> {
  for (let index = from; index <= to; index += 1) await tick(minute(index));
}

it('tells once by mail and webhook what crossed what, with evidence; then that it is over', async () => {
  const mail = alertChannelInput.parse({ name: 'Desk', kind: 'email', to: ['desk@example.org'], language: 'zh' });
  const desk = (await module.get(ChannelService).create(mail, minute(0))).id;
  const id = await rule([await webhook(), desk], { groupInterval: 60 });
  await ticks(0, 2);
  coverage.net = -0.5;
  await ticks(3, 4);
  expect(hook.requests).toHaveLength(0);
  await ticks(5, 9);
  expect(hook.requests).toHaveLength(1);
  expect(mailbox.mails).toHaveLength(1);

  const request = hook.requests[0];
  expect(
    verifyWebhook(
      secret,
      request?.headers as Record<string, string>,
      request?.body.toString() ?? '',
      minute(5).getTime(),
    ),
  ).toBe(true);
  const body = JSON.parse(request?.body.toString() ?? '{}') as { type: string; text: string };
  expect(body.type).toBe('alert.firing');
  expect(body.text).toContain(
    'net sentiment of all coverage over a day is −0.50, below the threshold −0.20, since 2026-06-01 00:05 UTC',
  );
  expect(body.text).toContain('n = 12, 12 stories, 4 outlets, 95 % interval −0.60 … −0.40');
  expect(body.text).toContain('This is not an outage: all 2 sources');
  expect(body.text).toContain('Evidence 3 says it went badly.');
  expect(body.text).toContain('https://timbre.test/articles?from=2026-05-31T00%3A05');
  const letter = mailbox.mails[0]?.mail;
  expect(letter?.subject).toBe('[告警] Crisis (−0.50)');
  expect(letter?.text).toContain('净情感为 −0.50，低于阈值 −0.20');
  expect(letter?.html).toContain('Grim story 3 &lt;b&gt;');

  coverage.net = 0.2;
  await ticks(10, 12);
  expect(hook.requests.map(({ body: sent }) => (JSON.parse(sent.toString()) as { type: string }).type)).toEqual([
    'alert.firing',
    'alert.resolved',
  ]);
  const [alert] = await module.get(AlertService).list({ ruleId: id, limit: 10 });
  const detail = await module.get(AlertService).detail(alert?.id ?? '');
  expect(detail.transitions.map(({ from, to }) => `${from}→${to}`)).toEqual([
    'normal→pending',
    'pending→firing',
    'firing→normal',
  ]);
  expect(detail.transitions[1]?.input).toMatchObject({ value: -0.5, n: 12, low: -0.2 });
  expect(detail.notifications).toHaveLength(4);
});

it('brings each notification once by id to a receiver that fails half of the time, with killed senders between', async () => {
  const channel = await webhook();
  await Promise.all(Array.from({ length: 20 }, (_, i) => rule([channel], { name: `Rule ${i}`, for: 0 })));
  let asked = 0;
  const seen: string[] = [];
  hook.on('/hook', ({ headers }) => {
    asked += 1;
    if (asked % 2 === 0) return { status: 503 };
    seen.push(String(headers['webhook-id']));
    return { status: 204 };
  });
  coverage.net = -0.9;
  await module.get(RuleEvaluator).evaluateDue(minute(1));
  await module.get(GroupFlusher).flushDue(minute(1));
  expect(queued).toHaveLength(20);
  const all = new Set(queued);
  // Senders that die between claim and delivery: nothing is sent, the lease runs out.
  const repository = module.get(NotificationRepository);
  for (const id of queued.slice(0, 5)) await repository.claim(id, minute(1), minute(2));
  for (let at = 1; at < 60; at += 1) {
    const due = await repository.due(minute(at), 100);
    // Two workers ask for the same; one of them gets it.
    await Promise.all([...due, ...due].map((id) => module.get(NotificationSender).send(id, minute(at), () => 0)));
  }
  expect(new Set(seen)).toEqual(all);
  expect(seen).toHaveLength(20);
  expect(await repository.list({ state: 'delivered', limit: 100 })).toHaveLength(20);
});

it('gives up after days, shows what is dead, and sends it again under its old id', async () => {
  await rule([await webhook()], { for: 0 });
  hook.on('/hook', { status: 500 });
  coverage.net = -0.9;
  await tick(minute(1));
  const repository = module.get(NotificationRepository);
  let at = minute(1);
  for (let tries = 0; tries < 20; tries += 1) {
    const [one] = await repository.list({ state: 'waiting', limit: 1 });
    if (one?.nextAttempt == null) break;
    at = new Date(one.nextAttempt);
    await module.get(NotificationSender).send(one.id, at, () => 0);
  }
  const [dead] = await repository.list({ state: 'dead', limit: 5 });
  expect(dead?.attempts).toHaveLength(12);
  expect(at.getTime() - start).toBeGreaterThan(2.5 * 86_400_000);
  hook.on('/hook', { status: 200 });
  hook.requests.length = 0;
  await repository.revive(dead?.id ?? '', at);
  await module.get(NotificationSender).send(dead?.id ?? '', at);
  expect(hook.requests.map(({ headers }) => headers['webhook-id'])).toEqual([dead?.id]);
});

it('holds fire while collection is blind and on too little evidence', async () => {
  await rule([await webhook()], { for: 0 });
  coverage.net = -0.9;
  gaps = [{ from: minute(0).toISOString(), to: null, sourceId: 's1', sourceName: 'S1', cause: 'timeout' }];
  await ticks(0, 5);
  expect((await module.get(AlertRuleService).list())[0]).toMatchObject({ phase: 'normal', held: true });
  gaps = [];
  coverage.outlets = 2;
  await ticks(6, 8);
  expect(hook.requests).toHaveLength(0);
  coverage.outlets = 3;
  await ticks(9, 9);
  expect(hook.requests).toHaveLength(1);
});

it('goes on evaluating under a silence and tells afterwards what still fires', async () => {
  const id = await rule([await webhook()], { for: 0, groupInterval: 60 });
  const silence = {
    ruleIds: [id],
    severities: [],
    comment: 'launch day',
    from: minute(0).toISOString(),
    to: minute(6).toISOString(),
  };
  await module.get(SilenceRepository).add(silence, 'Ann', minute(0));
  coverage.net = -0.9;
  await ticks(1, 5);
  expect(hook.requests).toHaveLength(0);
  expect((await module.get(AlertRuleService).one(id)).phase).toBe('firing');
  await ticks(6, 8);
  expect(hook.requests).toHaveLength(1);
});

it('evaluates a rule once however many workers are there, and drops what an edit overtakes', async () => {
  const id = await rule([await webhook()], { for: 0 });
  coverage.net = -0.9;
  const counts = await Promise.all([1, 2, 3, 4].map(() => module.get(RuleEvaluator).evaluateDue(minute(1))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  const alerts = await module.get(AlertService).list({ limit: 10 });
  expect(alerts).toHaveLength(1);
  const known = await module.get(AlertService).acknowledge(alerts[0]?.id ?? '', 'Ann', minute(2));
  expect(known.alert).toMatchObject({ acknowledgedBy: 'Ann', state: 'firing' });
  await module.get(AlertService).comment(alerts[0]?.id ?? '', { by: 'Ann', at: minute(2), text: 'Looking.' });
  // Another threshold is another question: the alert of the old one ends.
  const before = await module.get(AlertRuleService).one(id);
  const { name, series, recipients } = before;
  const edited = alertRuleInput.parse({ name, series, recipients, condition: { kind: 'below', threshold: -0.95 } });
  await module.get(AlertRuleService).change(id, edited, { by: 'Ann', at: minute(3) });
  expect(await module.get(AlertService).list({ open: true, limit: 10 })).toHaveLength(0);
  await ticks(4, 5);
  expect(await module.get(AlertService).list({ limit: 10 })).toHaveLength(1);
});

it('keeps to the limit of a channel and refuses private addresses', async () => {
  const channels = module.get(ChannelService);
  const input = alertChannelInput.parse({ name: 'Ding', kind: 'dingtalk', url: `${hook.url}/ding`, secret: 'SEC1' });
  const ding = (await channels.create(input, minute(0))).id;
  hook.on('/ding', { status: 200, body: '{"errcode":0}' });
  await Promise.all(Array.from({ length: 30 }, (_, i) => rule([ding], { name: `Rule ${i}`, for: 0 })));
  coverage.net = -0.9;
  await tick(minute(1));
  expect(hook.requests).toHaveLength(9);
  const repository = module.get(NotificationRepository);
  let most = 0;
  for (let second = 0; second < 300; second += 5) {
    const at = new Date(minute(1).getTime() + second * 1_000);
    for (const id of await repository.due(at, 100)) await module.get(NotificationSender).send(id, at);
    if (second === 55) most = hook.requests.length;
  }
  expect(most).toBeLessThanOrEqual(20);
  expect(hook.requests).toHaveLength(30);
  expect(hook.requests[0]?.path).toMatch(/^\/ding\?timestamp=\d+&sign=/);

  const metadata = alertChannelInput.parse({ name: 'Evil', kind: 'webhook', url: 'http://169.254.169.254/' });
  await rule([(await channels.create(metadata, minute(0))).id], { name: 'Evil', for: 0 });
  await tick(minute(9));
  const [dead] = await repository.list({ state: 'dead', limit: 5 });
  expect(dead?.attempts[0]?.ok).toBe(false);
  expect(JSON.stringify(await channels.list())).not.toContain('SEC1');
});
