import type { Report, ReportSchedule, ReportShare } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { ReportSender } from '../reports/schedules/report-sender.service.js';
import { json, type RunningReporting, template } from './running-reporting.js';

/** Links for readers without an account. */
export function shareSuite(running: () => RunningReporting): void {
  const get: RunningReporting['get'] = (path) => running().get(path);
  const send: RunningReporting['send'] = (...request) => running().send(...request);

  describe('shared links', () => {
    const shared = async (more: object) => {
      const document = {
        ...template('weekly'),
        range: { kind: 'rolling' as const, days: 1000 },
        blocks: [{ id: 'a', kind: 'tiles' as const }],
      };
      const report = await json<Report>(send('POST', '/reports', document));
      const share = await json<ReportShare>(send('POST', `/reports/${report.id}/shares`, more));
      return { report, share, path: share.path.replace('/api/v1', '') };
    };

    it('show the version that was shared, in a page that runs nothing, until they are withdrawn', async () => {
      const { report, share, path } = await shared({});
      const draft = { ...report.document, name: 'Secret draft' };
      await send('PUT', `/reports/${report.id}`, { version: 1, document: draft });
      const page = await get(path);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('script');
      const html = await page.text();
      expect(html).toContain('Weekly brief');
      expect(html).not.toMatch(/Secret draft|<script/);
      expect((await get(`${path}/report.pdf`)).headers.get('content-type')).toBe('application/pdf');
      expect((await get(`${path}/feed.rss`)).status).toBe(404);
      expect((await fetch(`${running().url}/reports/shares/${share.id}`, { method: 'DELETE' })).status).toBe(204);
      expect((await get(path)).status).toBe(404);
      expect((await get('/shared/../../etc')).status).toBe(404);
    });

    it('end by themselves', async () => {
      const { share, path } = await shared({ days: 1 });
      await running().test.database.query(
        `UPDATE report_share SET expires_at = now() - interval '1 second' WHERE id = $1`,
        [share.id],
      );
      const gone = await get(path);
      expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([404, 'share.gone']);
    });

    it('ask for their password, and let named pages frame them', async () => {
      const { path, share } = await shared({
        password: 'a good password',
        embed: ['https://intranet.example.org'],
        feed: true,
      });
      expect(JSON.stringify(share)).not.toContain('a good password');
      const asked = await get(path);
      expect(asked.status).toBe(401);
      expect(asked.headers.get('content-security-policy')).toContain('frame-ancestors https://intranet.example.org');
      expect(asked.headers.has('x-frame-options')).toBe(false);
      expect(await asked.text()).not.toContain('Key figures');
      expect((await get(`${path}/report.pdf`)).status).toBe(401);
      const answer = (password: string) =>
        fetch(`${running().url}${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ password }),
        });
      expect((await answer('wrong')).status).toBe(401);
      const opened = await answer('a good password');
      const query = opened.headers.get('location')?.split('?')[1] ?? '';
      expect(await (await get(`${path}?${query}`)).text()).toContain('Key figures');
      expect((await get(`${path}?${query.replace(/key=../, 'key=xx')}`)).status).toBe(401);
      const basic = `Basic ${Buffer.from('any:a good password').toString('base64')}`;
      expect((await get(`${path}/feed.json`)).status).toBe(401);
      expect((await fetch(`${running().url}${path}/feed.json`, { headers: { authorization: basic } })).status).toBe(
        200,
      );
    });

    it('count wrong passwords alone, not readers of feeds who come often', async () => {
      const { path } = await shared({ password: 'a good password', feed: true });
      const feed = async (password: string | null) => {
        const authorization = `Basic ${Buffer.from(`any:${password}`).toString('base64')}`;
        const headers: Record<string, string> = password === null ? {} : { authorization };
        return (await fetch(`${running().url}${path}/feed.json`, { headers })).status;
      };
      const often = async (password: string | null) => {
        const statuses = new Set<number>();
        for (let time = 0; time < 21; time += 1) statuses.add(await feed(password));
        return [...statuses];
      };
      expect(await often(null)).toEqual([401]);
      expect(await often('a good password')).toEqual([200]);
      expect(await often('wrong')).toEqual([401, 429]);
    });

    it('tell the runs that were sent as JSON Feed and RSS, and none of a later version', async () => {
      const { report, path } = await shared({ feed: true });
      const schedule = {
        cron: '0 8 * * 1',
        tz: 'UTC',
        formats: ['html'],
        destinations: [{ kind: 'folder', folder: 'Feed' }],
      };
      const { id } = await json<ReportSchedule>(send('POST', `/reports/${report.id}/schedules`, schedule));
      const sender = running().app.get(ReportSender, { strict: false });
      await sender.send(id, running().now);
      await send('PUT', `/reports/${report.id}`, {
        version: 1,
        document: { ...report.document, name: 'Secret <draft>' },
      });
      await sender.send(id, new Date(running().now.getTime() + 60_000));
      const feed = await json<{ items: { content_text: string; attachments: { url: string }[] }[] }>(
        get(`${path}/feed.json`),
      );
      expect(feed.items.length).toBe(1);
      expect(feed.items[0]?.content_text).toContain('Net sentiment');
      const file = new URL(feed.items[0]!.attachments[0]!.url);
      expect((await get((file.pathname + file.search).replace('/api/v1', ''))).status).toBe(200);
      const rss = await (await get(`${path}/feed.rss`)).text();
      expect(rss).toMatch(/<rss version="2.0".*<item>.*<enclosure /s);
      expect(rss).not.toContain('draft');
    });
  });
}
