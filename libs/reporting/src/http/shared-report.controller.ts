import { Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { reportFormat } from '@timbre/contracts';
import { Access, NotFoundError, RateLimited, requestLanguage } from '@timbre/platform';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { reportContentTypes } from '../reports/outputs/render-report.js';
import { reportFileName } from '../reports/outputs/report-file-name.js';
import { SharePasswordError } from '../reporting-errors.js';
import { passwordPage, sharedLinks } from '../sharing/public-page.js';
import { jsonFeed, rssFeed } from '../sharing/run-feed.js';
import { RunFeeds } from '../sharing/run-feeds.service.js';
import type { StoredShare } from '../sharing/share.repository.js';
import { type Admission, ShareService } from '../sharing/share.service.js';
import { SharedReports } from '../sharing/shared-report.service.js';
import { basicPassword } from './basic-password.js';
import { readForm } from './read-form.js';

const admissionQuery = z.object({
  until: z.coerce.number().int().optional(),
  key: z.string().max(100).optional(),
});
type AdmissionQuery = z.output<typeof admissionQuery>;

/** Reports for whoever holds a link. Nothing here runs a script, and only pages that the link names may frame it. */
@Controller('shared')
@Access('public')
@RateLimited('shared', { points: 120, perSeconds: 60 })
export class SharedReportController {
  constructor(
    private readonly shares: ShareService,
    private readonly reports: SharedReports,
    private readonly feeds: RunFeeds,
  ) {}

  @Get(':token')
  async page(
    @Param('token') token: string,
    @Query({ schema: admissionQuery }) query: AdmissionQuery,
    @Res() response: Response,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const now = new Date();
    const share = await this.shares.byToken(token, now);
    if (!this.shares.mayRead(share, admissionOf(query), now)) return this.askPassword(share, response, language, false);
    const { content } = await this.reports.file(share, 'html', now);
    const path = `/api/v1/shared/${token}`;
    const admitted = admissionQueryOf(admissionOf(query));
    const links = [
      ...(['pdf', 'docx', 'xlsx'] as const).map((format) => ({
        title: format.toUpperCase(),
        path: `${path}/report.${format}${admitted}`,
      })),
      ...(share.feed ? [{ title: 'RSS', path: `${path}/feed.rss` }] : []),
    ];
    const html = content.toString().replace('<main>', `<main>${sharedLinks(requestLanguage(language), links)}`);
    frame(response, share, 'sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  }

  /** The password, as the form of our own page sends it. */
  @Post(':token')
  @RateLimited('share-unlock', { points: 20, perSeconds: 300 })
  async unlock(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const now = new Date();
    const share = await this.shares.byToken(token, now);
    try {
      const admission = await this.shares.admit(share, (await readForm(request)).get('password'), now);
      response.redirect(303, `/api/v1/shared/${token}${admissionQueryOf(admission)}`);
    } catch (error) {
      if (!(error instanceof SharePasswordError)) throw error;
      this.askPassword(share, response, language, true);
    }
  }

  @Get(':token/feed.:kind')
  async feed(
    @Param('token') token: string,
    @Param('kind') kind: string,
    @Res() response: Response,
    @Headers('authorization') authorization?: string,
  ): Promise<void> {
    if (kind !== 'json' && kind !== 'rss') throw new NotFoundError('feed', kind);
    const now = new Date();
    const share = await this.shares.byToken(token, now);
    // Readers of feeds know no forms; they know names and passwords.
    if (share.passwordHash !== null) {
      const password = basicPassword(authorization);
      if (password === null) response.setHeader('www-authenticate', 'Basic realm="Timbre", charset="UTF-8"');
      await this.shares.admit(share, password, now);
    }
    const path = `/api/v1/shared/${token}`;
    const feed = await this.feeds.of(share, path, `${path}/feed.${kind}`, now);
    frame(response, share, 'sandbox');
    response.setHeader(
      'content-type',
      kind === 'json' ? 'application/feed+json' : 'application/rss+xml; charset=utf-8',
    );
    response.end(kind === 'json' ? jsonFeed(feed) : rssFeed(feed));
  }

  @Get(':token/report.:format')
  async file(
    @Param('token') token: string,
    @Param('format', { schema: reportFormat }) format: z.output<typeof reportFormat>,
    @Query({ schema: admissionQuery }) query: AdmissionQuery,
    @Res() response: Response,
  ): Promise<void> {
    const now = new Date();
    const share = await this.shares.byToken(token, now);
    if (!this.shares.mayRead(share, admissionOf(query), now)) throw new SharePasswordError();
    const { name, content } = await this.reports.file(share, format, now);
    frame(response, share, 'sandbox allow-popups');
    response.setHeader('content-type', reportContentTypes[format]);
    const file = encodeURIComponent(reportFileName(name, format));
    response.setHeader(
      'content-disposition',
      `${format === 'html' ? 'inline' : 'attachment'}; filename*=UTF-8''${file}`,
    );
    response.end(content);
  }

  private askPassword(share: StoredShare, response: Response, language: string | undefined, wrong: boolean): void {
    // Not sandboxed: a form from an opaque origin would be taken for somebody else's.
    frame(response, share, "form-action 'self'");
    response.status(401).setHeader('content-type', 'text/html; charset=utf-8');
    response.end(passwordPage(requestLanguage(language), wrong));
  }
}

const admissionOf = ({ until, key }: AdmissionQuery): Admission | null =>
  until === undefined || key === undefined ? null : { until, key };

const admissionQueryOf = (admission: Admission | null): string =>
  admission === null ? '' : `?until=${admission.until}&key=${encodeURIComponent(admission.key)}`;

/** Headers of everything that is shared: who may frame it, that it runs nothing, that the link is told to nobody. */
function frame(response: Response, { embed }: StoredShare, more: string): void {
  const ancestors = embed.length === 0 ? "'none'" : embed.join(' ');
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors ${ancestors}; ${more}`,
  );
  // The older header cannot name pages.
  if (embed.length > 0) response.removeHeader('x-frame-options');
  // Told to nobody else; to ourselves it is, because a form without an origin would be refused.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('x-robots-tag', 'noindex, nofollow');
  response.setHeader('cache-control', 'no-store');
}
