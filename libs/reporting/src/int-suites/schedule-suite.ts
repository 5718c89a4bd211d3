import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AlertChannel, Report, ReportDocument, ReportSchedule } from '@timbre/contracts';
import { waitUntil } from '@timbre/testing';
import { describe, expect, it } from 'vitest';
import { ReportScheduleService } from '../reports/schedules/report-schedule.service.js';
import { ReportSender } from '../reports/schedules/report-sender.service.js';
import { json, type RunningReporting, template } from './running-reporting.js';

/** Schedules with their destinations: mail server, webhook and folder are real. */
export function scheduleSuite(running: () => RunningReporting): void {
  const get: RunningReporting['get'] = (path) => running().get(path);
  const send: RunningReporting['send'] = (...request) => running().send(...request);

  describe('schedules', () => {
    const small = { ...template('weekly'), blocks: [{ id: 'a', kind: 'tiles' as const }] };
    const full = { ...small, range: { kind: 'rolling' as const, days: 1000 } };
    const input = { cron: '0 8 * * 1', tz: 'Europe/Berlin', formats: ['html'] };
    const mail = (address: string, locale?: 'en' | 'zh-CN') => ({ kind: 'mail' as const, address, locale });
    const scheduled = async (document: ReportDocument, more: object): Promise<ReportSchedule> => {
      const report = await json<Report>(send('POST', '/reports', document));
      return json<ReportSchedule>(send('POST', `/reports/${report.id}/schedules`, { ...input, ...more }));
    };
    const runs = (id: string) => running().app.get(ReportScheduleService, { strict: false }).runs(id);
    const sendAt = (id: string, at: string | Date) =>
      running().app.get(ReportSender, { strict: false }).send(id, new Date(at));
    const mailsTo = (address: string) =>
      running()
        .mailbox.mails.filter(({ to }) => to.includes(address))
        .map(({ mail }) => mail);

    it('mail a report once for each moment, skip an empty one and keep a history', async () => {
      const schedules = running().app.get(ReportScheduleService, { strict: false });
      const whole = { ...template('weekly'), range: full.range };
      const fixed = { kind: 'fixed' as const, from: '1999-01-01T00:00:00Z', to: '1999-02-01T00:00:00Z' };
      const ids: string[] = [];
      for (const document of [whole, { ...small, range: fixed }]) {
        const { id } = await scheduled(document, {
          formats: ['pdf', 'html'],
          destinations: [mail('board@example.org')],
        });
        ids.push(id);
      }
      // A year later, both are due once: what was missed is not sent again and again.
      expect(await schedules.enqueueDue(new Date(Date.now() + 365 * 86_400_000))).toBe(2);
      expect(await schedules.enqueueDue(new Date())).toBe(0);
      await waitUntil(
        'both ran',
        async () => (await Promise.all(ids.map(runs))).every(([run]) => run !== undefined && run.outcome !== 'sending'),
        60_000,
      );
      const [sent, skipped] = (await Promise.all(ids.map(runs))).map(([run]) => run);
      expect(sent).toMatchObject({
        outcome: 'sent',
        deliveries: [{ destination: 'mail:board@example.org', state: 'sent' }],
      });
      expect(skipped).toMatchObject({ outcome: 'skipped', reason: 'empty', files: [] });
      const [received] = mailsTo('board@example.org');
      expect(received?.subject).toBe('Weekly brief');
      expect(received?.attachments.map(({ filename }) => filename)).toEqual(['Weekly brief.html', 'Weekly brief.pdf']);
      // The history holds the very file that was sent.
      const kept = await get(`/reports/schedules/runs/${sent!.id}/en.pdf`);
      expect(Buffer.from(await kept.arrayBuffer()).equals(received!.attachments[1]!.content)).toBe(true);
      expect((await get(`/reports/runs/${sent!.id}/en.pdf?expires=99999999999&signature=x`)).status).toBe(410);
    });

    it('arrive at eight each local morning, also when the clocks change', async () => {
      const schedules = running().app.get(ReportScheduleService, { strict: false });
      const { id } = await scheduled(full, {
        cron: '0 8 * * *',
        skipEmpty: false,
        destinations: [mail('dst@example.org')],
      });
      const begin = Date.parse('2027-03-26T12:00:00Z');
      await running().test.database.query(
        `UPDATE report_schedule SET next_at = '2027-03-27T07:00Z', enabled = (id = $1)`,
        [id],
      );
      // The clock is ours and moves by the hour; nothing else is due.
      for (let hour = 0; hour < 72; hour += 1) {
        const due = await schedules.enqueueDue(new Date(begin + hour * 3_600_000));
        if (due > 0) {
          const [before] = await runs(id);
          await waitUntil('it is sent', async () => {
            const [run] = await runs(id);
            return run !== undefined && run.id !== before?.id && run.outcome === 'sent';
          });
        }
      }
      const moments = (await runs(id)).map(({ at }) => at).reverse();
      expect(moments).toEqual(['2027-03-27T07:00:00.000Z', '2027-03-28T06:00:00.000Z', '2027-03-29T06:00:00.000Z']);
    });

    it('do not mail the first again when the second has to be tried again, and write in each one’s language', async () => {
      const destinations = [
        mail('first@example.org'),
        mail('second@example.org', 'zh-CN'),
        { kind: 'folder', folder: 'Board' },
      ];
      const { id } = await scheduled(full, { formats: ['html', 'md'], destinations });
      await mkdir(join(running().folder, 'reports'), { recursive: true });
      await writeFile(join(running().folder, 'reports', 'Board'), 'in the way');
      await expect(sendAt(id, running().now)).rejects.toThrow('tried again');
      expect((await runs(id))[0]).toMatchObject({ outcome: 'failed' });
      expect(mailsTo('first@example.org').length).toBe(1);
      await rm(join(running().folder, 'reports', 'Board'));
      await sendAt(id, running().now);
      await sendAt(id, running().now);
      expect((await runs(id))[0]).toMatchObject({ outcome: 'sent', reason: null });
      expect(mailsTo('first@example.org').length).toBe(1);
      const [chinese] = mailsTo('second@example.org');
      expect(chinese?.attachments[0]?.content.toString()).toContain('净情感');
      expect((await readdir(join(running().folder, 'reports', 'Board'))).length).toBe(2);
    });

    it('tell a webhook, signed, with links that give what was made', async () => {
      const channel = await json<AlertChannel>(
        send('POST', '/alert-channels', {
          name: 'Hook',
          kind: 'webhook',
          url: `${running().site.url}/hook`,
          secret: 'whsec_c2VjcmV0',
        }),
      );
      const { id } = await scheduled(full, { destinations: [{ kind: 'channel', channelId: channel.id }] });
      await sendAt(id, running().now);
      const [request] = running().site.requests.filter(({ path }) => path === '/hook');
      const body = JSON.parse(request?.body.toString() ?? '{}') as { type: string; data: { files: { url: string }[] } };
      expect(body.type).toBe('report.made');
      expect(request?.headers['webhook-signature']).toMatch(/^v1,/);
      const path = new URL(body.data.files[0]!.url).pathname + new URL(body.data.files[0]!.url).search;
      expect(await (await get(path.replace('/api/v1', ''))).text()).toContain('Key figures');
    });

    it('wait until something changed, and stop for who unsubscribes', async () => {
      const destinations = [mail('Stay@example.org'), mail('go@example.org')];
      const { id, reportId } = await scheduled(full, { onlyChanged: true, destinations });
      await sendAt(id, running().now);
      const later = new Date(running().now.getTime() + 60_000);
      await sendAt(id, later);
      expect((await runs(id))[0]).toMatchObject({ outcome: 'skipped', reason: 'unchanged' });
      const header = mailsTo('go@example.org')[0]?.headers.get('list') as { unsubscribe: { url: string } } | undefined;
      const link = new URL(header?.unsubscribe.url ?? '').pathname.replace('/api/v1', '');
      const page = await get(link);
      expect([page.status, (await page.text()).includes('go@example.org')]).toEqual([200, true]);
      expect((await json<ReportSchedule[]>(get(`/reports/${reportId}/schedules`)))[0]?.unsubscribed).toEqual([]);
      expect(
        (await fetch(`${running().url}${link}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status,
      ).toBe(200);
      expect((await get(`${link}x`)).status).toBe(410);
      const report = await json<Report>(get(`/reports/${reportId}`));
      const changed = { ...full, blocks: [...full.blocks, { id: 'b', kind: 'text', markdown: 'New words' }] };
      await send('PUT', `/reports/${reportId}`, { version: report.version, document: changed });
      await sendAt(id, new Date(running().now.getTime() + 120_000));
      expect((await runs(id))[0]?.deliveries.map(({ state }) => state)).toEqual(['unsubscribed', 'sent']);
      expect([mailsTo('Stay@example.org').length, mailsTo('go@example.org').length]).toEqual([2, 1]);
    });

    it('give up on an address that the server refuses, and say so', async () => {
      const { id } = await scheduled(full, { destinations: [mail('nobody@example.org')] });
      running().mailbox.refuseWith(550);
      await sendAt(id, running().now);
      running().mailbox.refuseWith(null);
      expect((await runs(id))[0]).toMatchObject({ outcome: 'failed', deliveries: [{ state: 'refused' }] });
    });

    it('refuse times that are none and folders that lead elsewhere', async () => {
      const report = await json<Report>(send('POST', '/reports', small));
      const path = `/reports/${report.id}/schedules`;
      const destinations = [mail('a@example.org')];
      expect((await send('POST', path, { ...input, cron: 'every monday', destinations })).status).toBe(400);
      expect((await send('POST', path, { ...input, destinations: [{ kind: 'folder', folder: '../up' }] })).status).toBe(
        400,
      );
    });
  });
}
