import { alertChannelInput } from '@timbre/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChannelRepository } from '../channels/channel.repository.js';
import { ChannelService } from '../channels/channel.service.js';
import { RuleEvaluator } from '../evaluation/rule-evaluator.service.js';
import { GroupFlusher } from '../telling/group-flusher.service.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationSender } from './notification-sender.service.js';

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
}, 60_000);
afterAll(() => bed.stop());
beforeEach(() => bed.reset());

it('brings each notification once by id to a receiver that fails half of the time, with killed senders between', async () => {
  const channel = await bed.webhook();
  await Promise.all(Array.from({ length: 20 }, (_, i) => bed.rule([channel], { name: `Rule ${i}` })));
  let asked = 0;
  const seen: string[] = [];
  bed.hook.on('/hook', ({ headers }) => {
    asked += 1;
    if (asked % 2 === 0) return { status: 503 };
    seen.push(String(headers['webhook-id']));
    return { status: 204 };
  });
  bed.calm(11);
  await bed.get(RuleEvaluator).evaluateDue(bed.minute(1));
  await bed.get(GroupFlusher).flushDue(bed.minute(1));
  expect(bed.queued).toHaveLength(20);
  const all = new Set(bed.queued);
  // Senders that die between claim and delivery: nothing is sent, the lease runs out.
  const repository = bed.get(NotificationRepository);
  for (const id of bed.queued.slice(0, 5)) await repository.claim(id, bed.minute(1), bed.minute(2));
  for (let at = 1; at < 60; at += 1) {
    const due = await repository.due(bed.minute(at), 100);
    // Two workers ask for the same; one of them gets it.
    await Promise.all([...due, ...due].map((id) => bed.get(NotificationSender).send(id, bed.minute(at), () => 0)));
  }
  expect(new Set(seen)).toEqual(all);
  expect(seen).toHaveLength(20);
  expect(await repository.list({ state: 'delivered', limit: 100 })).toHaveLength(20);
});

it('gives up after days, shows what is dead, and sends it again under its old id', async () => {
  await bed.rule([await bed.webhook()]);
  bed.hook.on('/hook', { status: 500 });
  bed.calm(11);
  await bed.tick(bed.minute(1));
  const repository = bed.get(NotificationRepository);
  let at = bed.minute(1);
  for (let tries = 0; tries < 20; tries += 1) {
    const [one] = await repository.list({ state: 'waiting', limit: 1 });
    if (one?.nextAttempt == null) break;
    at = new Date(one.nextAttempt);
    await bed.get(NotificationSender).send(one.id, at, () => 0);
  }
  const [dead] = await repository.list({ state: 'dead', limit: 5 });
  expect(dead?.attempts).toHaveLength(12);
  expect(at.getTime() - bed.minute(0).getTime()).toBeGreaterThan(2.5 * 86_400_000);
  // The same body on each try: receivers may compare.
  expect(new Set(bed.hook.requests.map(({ body }) => body.toString())).size).toBe(1);
  bed.hook.on('/hook', { status: 200 });
  bed.hook.requests.length = 0;
  await repository.revive(dead?.id ?? '', at);
  await bed.get(NotificationSender).send(dead?.id ?? '', at);
  expect(bed.hook.requests.map(({ headers }) => headers['webhook-id'])).toEqual([dead?.id]);
});

it('keeps to the limit of a channel and refuses private addresses', async () => {
  const channels = bed.get(ChannelService);
  const ding = await bed.webhook({ name: 'Ding', kind: 'dingtalk', url: `${bed.hook.url}/ding`, secret: 'SEC1' });
  bed.hook.on('/ding', { status: 200, body: '{"errcode":0}' });
  await Promise.all(Array.from({ length: 18 }, (_, i) => bed.rule([ding], { name: `Rule ${i}` })));
  bed.calm(11);
  await bed.tick(bed.minute(1));
  expect(bed.hook.requests).toHaveLength(9);
  const repository = bed.get(NotificationRepository);
  let most = 0;
  for (let second = 0; second < 300; second += 5) {
    const at = new Date(bed.minute(1).getTime() + second * 1_000);
    for (const id of await repository.due(at, 100)) await bed.get(NotificationSender).send(id, at);
    if (second === 55) most = bed.hook.requests.length;
  }
  expect(most).toBeLessThanOrEqual(20);
  expect(bed.hook.requests).toHaveLength(18);
  expect(bed.hook.requests[0]?.path).toMatch(/^\/ding\?timestamp=\d+&sign=/);

  const evil = await bed.webhook({ name: 'Evil', url: 'http://169.254.169.254/' });
  await bed.rule([evil], { name: 'Evil' });
  await bed.tick(bed.minute(9));
  const [dead] = await repository.list({ state: 'dead', limit: 5 });
  expect(dead?.attempts).toMatchObject([{ ok: false }]);
  expect(JSON.stringify(await channels.list())).not.toContain('SEC1');
});

it('keeps address and secret of an edited channel, and drops the secret when it moves to another origin', async () => {
  const channels = bed.get(ChannelService);
  const id = await bed.webhook({ name: 'Before' });
  const secretsOf = async () => {
    const stored = await bed.get(ChannelRepository).find(id);
    return stored === null ? null : channels.secretsOf(stored);
  };
  const change = (parts: object) =>
    channels.change(id, alertChannelInput.parse({ name: 'After', kind: 'webhook', ...parts }), bed.minute(1));
  expect(await change({})).toMatchObject({ name: 'After', host: bed.hook.host, hasSecret: true });
  expect(await secretsOf()).toEqual({ url: `${bed.hook.url}/hook`, secret: bed.secret });
  await change({ url: `${bed.hook.url}/other` });
  expect(await secretsOf()).toEqual({ url: `${bed.hook.url}/other`, secret: bed.secret });
  expect(await change({ url: 'https://elsewhere.example/' })).toMatchObject({ hasSecret: false });
  expect(await secretsOf()).toEqual({ url: 'https://elsewhere.example/' });
  // Another kind is another receiver: nothing of the old one goes along.
  await expect(change({ kind: 'slack' })).rejects.toThrow(/address/);
});

it('does not fail a rule when the mail server cannot be reached', async () => {
  const input = alertChannelInput.parse({ name: 'Desk', kind: 'email', to: ['desk@example.org'] });
  const desk = (await bed.get(ChannelService).create(input, bed.minute(0))).id;
  await bed.rule([desk, await bed.webhook()]);
  bed.mailbox.refuseWith(451);
  bed.calm(11);
  await bed.tick(bed.minute(1));
  bed.mailbox.refuseWith(null);
  expect(bed.hook.requests).toHaveLength(1);
  const [waiting] = await bed.get(NotificationRepository).list({ state: 'waiting', limit: 5 });
  expect(waiting).toMatchObject({ channelName: 'Desk', attempts: [{ ok: false, status: 451 }] });
  await bed.get(NotificationSender).send(waiting?.id ?? '', bed.minute(3));
  expect(bed.mailbox.mails).toHaveLength(1);
});
