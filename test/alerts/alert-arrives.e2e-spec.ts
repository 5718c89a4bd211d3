import type {
  Alert,
  AlertChannel,
  AlertDetail,
  AlertRule,
  AlertSilence,
  AlertSimulation,
  ArticleDetail,
} from '@timbre/contracts';
import { freePort } from '@timbre/platform';
import { testMailbox, type TestMailbox, testRedis, testSite, type TestSite, waitUntil } from '@timbre/testing';
import { verifyWebhook } from '@timbre/alerting/webhook-signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningTimbre } from '../running/running-timbre.js';

const secret = `whsec_${Buffer.from('the secret of the receiver').toString('base64')}`;

/** Real: the product with its database, queue and analysis, a mail server, a web server. */
describe.each(['postgres', 'redis'] as const)('an alert on %s queues', (backend) => {
  let timbre: RunningTimbre;
  let mailbox: TestMailbox;
  let hook: TestSite;
  let closeRedis: () => Promise<void> = () => Promise.resolve();
  const post = <Answer>(path: string, body: object): Promise<Answer> =>
    timbre.api<Answer>(path, { method: 'POST', body: JSON.stringify(body) });

  beforeAll(async () => {
    [mailbox, hook] = await Promise.all([testMailbox(), testSite({ '/hook': { status: 204 } })]);
    const port = await freePort();
    const env: Record<string, string> = {
      PORT: String(port),
      TIMBRE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      TIMBRE_SMTP_URL: mailbox.url,
      TIMBRE_EGRESS_ALLOW: hook.host,
    };
    if (backend === 'redis') {
      const redis = await testRedis();
      closeRedis = () => redis.close();
      env.REDIS_URL = redis.url;
    }
    timbre = await new RunningTimbre({ env }).start();
  });
  afterAll(async () => {
    await timbre.stop();
    await Promise.all([mailbox.close(), hook.close(), closeRedis()]);
  });

  it('reaches mail and webhook once, with evidence, when five grim articles come in', async () => {
    const channel = (input: object) => post<AlertChannel>('/alert-channels', input);
    const [desk, web] = await Promise.all([
      channel({ name: 'Desk', kind: 'email', to: ['desk@example.org'], language: 'zh' }),
      channel({ name: 'Hook', kind: 'webhook', url: `${hook.url}/hook`, secret }),
    ]);
    const rule = {
      name: 'Crisis',
      series: 'net',
      condition: { kind: 'below', threshold: -0.2 },
      interval: 10,
      minimumN: 5,
      recipients: [desk.id, web.id],
    };
    const simulated = await post<AlertSimulation>('/alert-rules/simulate', { rule });
    expect(simulated.alerts).toEqual([]);
    expect(simulated.tookMs).toBeLessThan(3_000);
    const saved = await post<AlertRule>('/alert-rules', rule);

    const texts = [
      'Acme recalls its flagship phone. Critics condemned a dangerous, shameful failure that hurt hundreds of customers.',
      'Borealis lost half of its value on a terrible day. Investors fear bankruptcy after the disastrous quarter.',
      'A court found Cygnus guilty of fraud. The judge called the deception outrageous and the damage severe.',
      'Delphi leaked the records of a million patients. Experts called the breach appalling and the response awful.',
      'Workers of Ember went on strike over toxic and unsafe plants. The union accused managers of lies and abuse.',
    ];
    const articles = texts.map((text, index) => ({
      url: `https://news.example/grim/${index}`,
      title: text.slice(0, text.indexOf('.')),
      text,
      published: new Date(Date.now() - (index + 1) * 60_000).toISOString(),
      lang: 'en',
    }));
    await post('/articles', { articles });
    await waitUntil('both are told', () => mailbox.mails.length > 0 && hook.requests.length > 0, 60_000);

    const letter = mailbox.mails[0]?.mail;
    expect(letter?.subject).toMatch(/^\[告警\] Crisis \(−/);
    expect(letter?.text).toContain('n = 5');
    expect(letter?.text).toMatch(/影响最大的报道：\n• .+ — /);
    expect(letter?.text).toContain('并非采集故障');
    const [chart] = letter?.attachments ?? [];
    // The mail parser puts a picture of the mail where its content id stands.
    expect(letter?.html).toContain('<img src="data:image/png;base64,');
    expectPng(chart?.content ?? Buffer.alloc(0));

    const request = hook.requests[0];
    const headers = request?.headers as Record<string, string>;
    expect(verifyWebhook(secret, headers, request?.body.toString() ?? '', Date.now())).toBe(true);
    const links = [...(letter?.text ?? '').matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThanOrEqual(7);
    const linked = links.flatMap((link) => /\/articles\/([\w-]+)$/.exec(link)?.[1] ?? []);
    expect(new Set(linked).size).toBe(5);
    for (const id of linked) expect((await timbre.api<ArticleDetail>(`/articles/${id}`)).title).not.toBe('');

    const told = JSON.parse(request?.body.toString() ?? '{}') as { chart?: string; text: string };
    const picture = await fetch(told.chart ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expectPng(Buffer.from(await picture.arrayBuffer()));
    expect((await fetch(told.chart?.replace(/.{8}\.png$/, 'AAAAAAAA.png') ?? '')).status).toBe(404);

    // A program that follows links mutes nothing; a person who presses the button does.
    const mute = /http\S+alert-mutes\S+/.exec(told.text)?.[0] ?? '';
    expect(await (await fetch(mute)).text()).toContain('method="post"');
    expect((await fetch(mute, { method: 'HEAD' })).status).toBe(200);
    expect(await timbre.api<AlertSilence[]>('/alert-silences')).toEqual([]);
    expect((await fetch(`${mute}/8`, { method: 'POST' })).status).toBe(200);
    expect(await timbre.api<AlertSilence[]>('/alert-silences')).toMatchObject([{ ruleIds: [saved.id], active: true }]);

    const [alert] = await timbre.api<Alert[]>(`/alerts?ruleId=${saved.id}`);
    const known = await post<AlertDetail>(`/alerts/${alert?.id}/acknowledge`, {});
    expect(known.alert).toMatchObject({ state: 'firing', acknowledgedBy: 'Owner' });
    await waitUntil('both are delivered', async () => {
      const detail = await timbre.api<AlertDetail>(`/alerts/${alert?.id}`);
      return detail.notifications.every(({ state }) => state === 'delivered');
    });
    expect([mailbox.mails.length, hook.requests.length]).toEqual([1, 1]);
  });
});

/** A whole picture of the size that messages have, with more in it than one colour. */
function expectPng(bytes: Buffer): void {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1_280, 600]);
  expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND');
  expect(bytes.length).toBeGreaterThan(10_000);
}
