import { Injectable } from '@nestjs/common';
import { alertMoment, type ChartContext, darkTokens, draw, lightTokens } from '@timbre/charts';
import { alertRuleInput } from '@timbre/contracts';
import { ProblemError, renderChartPng } from '@timbre/platform';
import type { MessageLanguage } from '../messages/alert-message.js';
import { replayedColumns } from '../simulation/replayed-columns.js';
import { SeriesReplay } from '../simulation/series-replay.service.js';
import { momentInput, type PicturedMoment, pictureStart } from './moment-input.js';

export interface AlertPicture {
  png: Buffer;
  /** The same in words. */
  description: string;
}

export interface PictureLook {
  title: string;
  language: MessageLanguage;
  theme: 'light' | 'dark';
  /** In CSS pixels; that of mails unless told. */
  width?: number;
}

const mailWidth = 640;
/** Drawing takes a tenth of a second of a core; one at a time leaves the other for evaluation. */
const mostWaiting = 50;

/** Too many pictures were asked for at once. */
class PicturesBusyError extends ProblemError {
  constructor() {
    super({
      status: 503,
      code: 'picture.busy',
      detail: 'Too many charts are being drawn. Try again in a moment.',
      retryAfter: 10,
    });
  }
}

/** Draws the moment of an alert: the values before it, the threshold, and where it fired. */
@Injectable()
export class AlertPictures {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly replays: SeriesReplay) {}

  /** @throws PicturesBusyError */
  draw(moment: PicturedMoment, look: PictureLook): Promise<AlertPicture> {
    if (this.waiting >= mostWaiting) throw new PicturesBusyError();
    this.waiting += 1;
    const picture = this.last.then(() => this.drawNow(moment, look)).finally(() => (this.waiting -= 1));
    this.last = picture.catch(() => undefined);
    return picture;
  }

  private async drawNow(
    moment: PicturedMoment,
    { title, language, theme, width = mailWidth }: PictureLook,
  ): Promise<AlertPicture> {
    const rule = alertRuleInput.parse(moment.rule);
    const to = new Date(moment.at);
    const steps = await this.replays.replay(rule, { from: pictureStart(moment), to, now: to });
    const drawing = draw(alertMoment, momentInput(moment, replayedColumns(steps), title));
    const context: ChartContext = {
      theme: theme === 'dark' ? darkTokens : lightTokens,
      locale: language === 'zh' ? 'zh-CN' : 'en',
      tz: 'UTC',
      width,
    };
    const png = await renderChartPng(drawing.option(context), { width, height: drawing.height(width), theme });
    return { png, description: drawing.describe(context) };
  }
}
