import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { Access, RateLimited, requestLanguage } from '@timbre/platform';
import type { Response } from 'express';
import { ReportLinks } from '../reports/schedules/report-links.service.js';
import { ReportScheduleRepository } from '../reports/schedules/report-schedule.repository.js';
import type { Subscription } from '../reports/schedules/unsubscribe-link.js';
import { LinkExpiredError } from '../reporting-errors.js';
import { unsubscribedPage, unsubscribePage } from '../sharing/public-page.js';

/** The way out of a report's mails. A page that is only looked at changes nothing (RFC 8058); one click posts. */
@Controller('unsubscribe')
@Access('public')
@RateLimited('unsubscribe', { points: 60, perSeconds: 60 })
export class UnsubscribeController {
  constructor(
    private readonly links: ReportLinks,
    private readonly schedules: ReportScheduleRepository,
  ) {}

  @Get(':token')
  ask(@Param('token') token: string, @Res() response: Response, @Headers('accept-language') language?: string): void {
    answer(response, unsubscribePage(requestLanguage(language), this.subscription(token).address));
  }

  @Post(':token')
  @HttpCode(200)
  async end(
    @Param('token') token: string,
    @Res() response: Response,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const { scheduleId, address } = this.subscription(token);
    await this.schedules.unsubscribe(scheduleId, address, new Date());
    answer(response, unsubscribedPage(requestLanguage(language)));
  }

  /** @throws LinkExpiredError */
  private subscription(token: string): Subscription {
    const found = this.links.subscriptionOf(token);
    if (found === null) throw new LinkExpiredError();
    return found;
  }
}

function answer(response: Response, page: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  // Told to nobody else; to ourselves it is, because a form without an origin would be refused.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cache-control', 'no-store');
  response.end(page);
}
