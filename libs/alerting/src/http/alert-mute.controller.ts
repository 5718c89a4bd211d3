import { Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { Access, RateLimited, requestLanguage } from '@timbre/platform';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { AlertLinks } from '../links/alert-links.service.js';
import { muteRefusal } from '../links/mute-refusal.js';
import { askPage, donePage, muteHours, refusedPage } from '../links/mute-page.js';
import { MuteLinks } from '../links/mute-links.service.js';
import type { MessageLanguage } from '../messages/alert-message.js';

const token = z.string().max(2_000);
const chosen = z.coerce.number().refine((hours) => (muteHours as readonly number[]).includes(hours));

/** Muting from a message, for people who are not signed in where they read it. */
@Controller('alert-mutes')
@Access('public')
@RateLimited('alert-mute', { points: 30, perSeconds: 60 })
export class AlertMuteController {
  constructor(
    private readonly mutes: MuteLinks,
    private readonly links: AlertLinks,
  ) {}

  @Get(':token')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  ask(
    @Param('token', { schema: token }) link: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<string> {
    const language = requestLanguage(accepted);
    return this.answered(response, language, async () => {
      const { name } = await this.mutes.open(link, new Date());
      return askPage(`/api/v1/alert-mutes/${link}`, name, language);
    });
  }

  @Post(':token/:hours')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  mute(
    @Param('token', { schema: token }) link: string,
    @Param('hours', { schema: chosen }) hours: number,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<string> {
    const language = requestLanguage(accepted);
    return this.answered(response, language, async () => {
      const { rule, silence } = await this.mutes.mute(link, hours, new Date());
      const until = `${silence.to.slice(0, 16).replace('T', ' ')} UTC`;
      return donePage(`${this.links.base}/alerts?tab=silences`, rule.name, until, language);
    });
  }

  /** A person is looking: what cannot be done is said on a page as well. */
  private async answered(
    response: ServerResponse,
    language: MessageLanguage,
    work: () => Promise<string>,
  ): Promise<string> {
    try {
      return await work();
    } catch (error) {
      const refusal = muteRefusal(error);
      if (refusal === null) throw error;
      response.statusCode = refusal === 'expired' ? 410 : 404;
      return refusedPage(this.links.base, refusal, language);
    }
  }
}
