import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { alertChannelInput, alertSilenceInput } from '@timbre/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AlertCharts } from '../alerts/alert-charts.service.js';
import { AlertService } from '../alerts/alert.service.js';
import { ChannelService } from '../channels/channel.service.js';
import { verifyWebhook } from '../channels/webhook-signature.js';
import { AlertPictureController } from '../http/alert-picture.controller.js';
import { AlertLinks } from '../links/alert-links.service.js';
import { MuteLinks } from '../links/mute-links.service.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { MessagePictures } from '../pictures/message-picture.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { SilenceRepository } from '../silences/silence.repository.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
}, 60_000);
afterAll(() => bed.stop());
beforeEach(() => bed.reset());

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

it('tells once by mail and webhook what crossed what, with evidence and a chart; then that it is over', async () => {
  const mail = alertChannelInput.parse({ name: 'Desk', kind: 'email', to: ['desk@example.org'], language: 'zh' });
  const desk = (await bed.get(ChannelService).create(mail, bed.minute(0))).id;
  const id = await bed.rule([await bed.webhook(), desk], { groupInterval: 60, for: 120 });
  await bed.ticks(0, 2);
  bed.calm(6);
  await bed.ticks(3, 4);
  expect(bed.hook.requests).toHaveLength(0);
  await bed.ticks(5, 9);
  expect(bed.hook.requests).toHaveLength(1);
  expect(bed.mailbox.mails).toHaveLength(1);

  const request = bed.hook.requests[0];
  const headers = request?.headers as Record<string, string>;
  expect(verifyWebhook(bed.secret, headers, request?.body.toString() ?? '', bed.minute(5).getTime())).toBe(true);
  const [told] = bed.told();
  expect(told?.type).toBe('alert.firing');
  expect(told?.text).toContain(
    'net sentiment of all coverage over a day is −0.50, below the threshold −0.20, since 2026-06-01 00:05 UTC',
  );
  expect(told?.text).toContain('n = 12, 12 stories, 4 outlets, 95 % interval −0.60 … −0.40');
  expect(told?.text).toContain('This is not an outage: all 2 sources');
  expect(told?.text).toMatch(/Evidence \d+ says it went badly\./);
  expect(told?.text).toContain('https://timbre.test/articles?from=2026-05-31T00%3A05');
  expect(told?.chart).toMatch(/^https:\/\/timbre\.test\/api\/v1\/alert-pictures\/[\w.-]+\.png$/);
  expect(told?.data).not.toHaveProperty('picture');
  const letter = bed.mailbox.mails[0]?.mail;
  expect(letter?.subject).toBe('[告警] Crisis (−0.50)');
  expect(letter?.text).toContain('净情感为 −0.50，低于阈值 −0.20');
  expect(letter?.html).toContain('&lt;b&gt;');
  const [chart] = letter?.attachments ?? [];
  expect(chart?.content.subarray(0, 4)).toEqual(png);
  expect(chart?.contentType).toBe('image/png');
  expect(chart?.contentDisposition).toBe('inline');

  bed.calm(0);
  await bed.ticks(10, 12);
  expect(bed.told().map(({ type }) => type)).toEqual(['alert.firing', 'alert.resolved']);
  const [alert] = await bed.get(AlertService).list({ ruleId: id, limit: 10 }, bed.minute(12));
  const detail = await bed.get(AlertService).detail(alert?.id ?? '', bed.minute(12));
  expect(detail.transitions.map(({ from, to }) => `${from}→${to}`)).toEqual([
    'normal→pending',
    'pending→firing',
    'firing→normal',
  ]);
  expect(detail.transitions[1]?.input).toMatchObject({ value: -0.5, n: 12, low: -0.2 });
  expect(detail.notifications).toHaveLength(4);
  const moment = await bed.get(AlertCharts).of(alert?.id ?? '', { language: 'zh', theme: 'dark' }, bed.minute(12));
  expect(moment.subarray(0, 4)).toEqual(png);
  // The first drawing of a process loads the fonts.
}, 60_000);

it('goes on evaluating under a silence and tells afterwards what still fires', async () => {
  const id = await bed.rule([await bed.webhook()], { groupInterval: 60 });
  const silence = { ruleIds: [id], from: bed.minute(0).toISOString(), to: bed.minute(6).toISOString() };
  await bed.get(SilenceRepository).add(alertSilenceInput.parse(silence), 'Ann', bed.minute(0));
  bed.calm(11);
  await bed.ticks(1, 5);
  expect(bed.hook.requests).toHaveLength(0);
  expect((await bed.get(AlertRuleService).one(id)).phase).toBe('firing');
  await bed.ticks(6, 8);
  expect(bed.hook.requests).toHaveLength(1);
});

it('is quiet in weekly hours of a zone, and by what a rule is about', async () => {
  const hook = await bed.webhook();
  await bed.rule([hook], {
    groupInterval: 60,
    filter: { targets: ['topic:acme'], sources: [], languages: [], unit: 'stories' },
  });
  // 2026-06-01 is a Monday; 00:00–00:05 UTC is 08:00–08:05 in Shanghai.
  const weekly = { days: [1], from: '08:00', to: '08:05', tz: 'Asia/Shanghai' };
  const silence = alertSilenceInput.parse({
    targets: ['topic:acme'],
    weekly,
    from: bed.minute(-1_000).toISOString(),
    to: bed.minute(100_000).toISOString(),
  });
  await bed.get(SilenceRepository).add(silence, 'Ann', bed.minute(0));
  bed.calm(11, { topics: ['topic:acme'] });
  await bed.ticks(1, 4);
  expect(bed.hook.requests).toHaveLength(0);
  await bed.ticks(5, 7);
  expect(bed.hook.requests).toHaveLength(1);
});

/** One character inside the signature is another one; the last of base64url has bits that mean nothing. */
const withAnotherSignature = (link: string): string =>
  link.replace(/.(?=.{9}$)/, (character) => (character === 'A' ? 'B' : 'A'));

it('mutes by the link of a message: opening it changes nothing, using it silences this rule alone', async () => {
  const id = await bed.rule([await bed.webhook()]);
  bed.calm(11);
  await bed.tick(bed.minute(1));
  const link = /https:\/\/timbre\.test\/api\/v1\/alert-mutes\/(\S+)/.exec(bed.told()[0]?.text ?? '')?.[1] ?? '';
  const mutes = bed.get(MuteLinks);
  expect((await mutes.open(link, bed.minute(2))).name).toBe('Crisis');
  expect(await bed.get(SilenceRepository).list(bed.minute(2))).toEqual([]);
  await mutes.mute(link, 8, bed.minute(2));
  const [silence] = await bed.get(SilenceRepository).list(bed.minute(3));
  expect(silence).toMatchObject({ ruleIds: [id], to: bed.minute(2 + 480).toISOString(), active: true });
  await expect(mutes.open(withAnotherSignature(link), bed.minute(2))).rejects.toThrow(/not valid/);
  await expect(mutes.open(link, bed.minute(8 * 1_440))).rejects.toThrow(/expired/);
});

it('shows the chart of a message by its link, and nothing for a message without one', async () => {
  await bed.rule([await bed.webhook()]);
  bed.calm(11);
  await bed.tick(bed.minute(1));
  const fetched = new AlertPictureController(
    bed.get(AlertLinks),
    bed.get(NotificationRepository),
    bed.get(MessagePictures),
  );
  const [sent] = await bed.get(NotificationRepository).list({ limit: 1 });
  const address = bed.get(AlertLinks).picture({ notificationId: sent?.id ?? '', language: 'zh' }, new Date()) ?? '';
  const token = address.replace(/^.*\/|\.png$/g, '');
  const answer = () => new ServerResponse(new IncomingMessage(new Socket()));
  const shown = answer();
  expect((await fetched.picture(token, shown)).getHeaders().type).toBe('image/png');
  expect(shown.getHeader('cache-control')).toContain('public');
  await bed.database.query(`UPDATE alert_notification SET message = message - 'picture'`);
  const bare = answer();
  await expect(fetched.picture(token, bare)).rejects.toMatchObject({ status: 404 });
  expect(bare.hasHeader('cache-control')).toBe(false);
});

it('keeps a rule quiet while another fires, and tells it when that one is over', async () => {
  const louder = await bed.rule([], { name: 'Louder', condition: { kind: 'below', threshold: -0.6, orEqual: false } });
  const quiet = await bed.rule([await bed.webhook()], { name: 'Quieter', quietWhile: [louder], groupInterval: 60 });
  bed.calm(9);
  await bed.ticks(1, 3);
  expect(bed.hook.requests).toHaveLength(0);
  bed.calm(5);
  await bed.ticks(4, 6);
  expect(bed.told().map(({ subject }) => subject)).toEqual(['[Alert] Quieter (−0.75)']);
  const rules = bed.get(AlertRuleService);
  const { condition, series } = await rules.one(louder);
  const circle = { ...(await rules.one(quiet)), name: 'Louder', condition, series, quietWhile: [quiet] };
  await expect(rules.change(louder, circle, { by: 'Ann', at: bed.minute(7) })).rejects.toThrow(/quiet/);
});

it('tells the next channel when nobody acknowledges, once, and then also the end', async () => {
  bed.hook.on('/head', { status: 204 });
  const head = await bed.webhook({ name: 'Head', url: `${bed.hook.url}/head` });
  const desk = await bed.webhook({ name: 'Desk', escalation: { after: 600, to: head } });
  const other = await bed.rule([desk], { name: 'Known' });
  const id = await bed.rule([desk], { groupInterval: 60 });
  bed.calm(11);
  await bed.ticks(1, 5);
  const [known] = await bed.get(AlertService).list({ ruleId: other, limit: 1 }, bed.minute(5));
  await bed.get(AlertService).acknowledge(known?.id ?? '', 'Ann', bed.minute(5));
  await bed.ticks(6, 10);
  expect(bed.told('/head')).toHaveLength(0);
  await bed.ticks(11, 30);
  expect(bed.told('/head').map(({ subject }) => subject)).toEqual(['[Alert] Crisis (−0.92)']);
  expect(bed.told('/head')[0]?.text).toContain('Desk was told, and nobody has acknowledged.');
  bed.calm(0);
  await bed.ticks(31, 33);
  expect(bed.told('/head').map(({ type }) => type)).toEqual(['alert.firing', 'alert.resolved']);
  expect((await bed.get(AlertRuleService).one(id)).phase).toBe('normal');

  const channels = bed.get(ChannelService);
  const back = { name: 'Head', kind: 'webhook', escalation: { after: 60, to: desk } };
  await expect(channels.change(head, alertChannelInput.parse(back), bed.minute(40))).rejects.toThrow(/circle/);
});

it('gathers into a digest what a channel could not take in two minutes', async () => {
  bed.hook.on('/ding', { status: 200, body: '{"errcode":0}' });
  const ding = await bed.webhook({ name: 'Ding', kind: 'dingtalk', url: `${bed.hook.url}/ding` });
  for (let index = 0; index < 60; index += 1) await bed.rule([ding], { name: `Rule ${index}` });
  bed.calm(11);
  await bed.tick(bed.minute(1));
  const notifications = await bed.get(NotificationRepository).list({ limit: 100 });
  const digests = notifications.filter(({ reason }) => reason === 'digest');
  expect(digests).toHaveLength(1);
  // Each alert is in exactly one message.
  const told = notifications.flatMap(({ alertIds }) => alertIds);
  expect([told.length, new Set(told).size]).toEqual([60, 60]);
});
