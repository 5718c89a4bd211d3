import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectSettings, type Settings } from '@timbre/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { mailHtml } from '../messages/mail-html.js';
import type { AlertMessage, MessageLanguage } from '../messages/alert-message.js';
import { plainText, subjectOf } from '../messages/message-text.js';
import { MessagePictures } from '../pictures/message-picture.service.js';
import { DeliveryError } from './delivery-error.js';

/** Sends alert mails through the server of the settings. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(
    @InjectSettings() private readonly settings: Pick<Settings, 'smtpUrl' | 'smtpFrom'>,
    private readonly pictures: MessagePictures,
  ) {}

  /** @throws DeliveryError */
  async send(
    to: readonly string[],
    language: MessageLanguage,
    { id, message }: { id: string; message: AlertMessage },
  ): Promise<void> {
    if (this.settings.smtpUrl === undefined) {
      throw new DeliveryError('No mail server is set. Set TIMBRE_SMTP_URL, then send this again.');
    }
    this.transport ??= createTransport(this.settings.smtpUrl, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    } as object);
    const picture = await this.pictures.ifDrawn(message, language);
    const chart = picture === null ? null : { contentId: `chart-${id}@timbre`, description: picture.description };
    const severe = message.severity === 'critical' && message.reason !== 'resolved';
    try {
      await this.transport.sendMail({
        from: this.settings.smtpFrom,
        to: [...to],
        subject: subjectOf(message, language),
        text: plainText(message, language),
        html: mailHtml(message, language, chart),
        attachments: picture === null || chart === null ? [] : [inlinePng(picture.png, chart.contentId)],
        // The same id on each try, so that mail servers and readers recognise a repetition.
        messageId: `<${id}@timbre>`,
        headers: { 'auto-submitted': 'auto-generated', 'x-timbre-notification': id },
        ...(severe ? { priority: 'high' as const } : {}),
      });
    } catch (error) {
      const status =
        typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number'
          ? error.responseCode
          : null;
      const text = error instanceof Error ? error.message : String(error);
      throw new DeliveryError(text, { status, final: status !== null && status >= 500 });
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

const inlinePng = (content: Buffer, cid: string) => ({
  filename: 'chart.png',
  content,
  cid,
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
});
