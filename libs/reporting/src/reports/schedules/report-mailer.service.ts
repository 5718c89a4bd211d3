import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectSettings, ProblemError, type Settings } from '@timbre/platform';
import { createTransport } from 'nodemailer';

class MailServerMissingError extends ProblemError {
  constructor() {
    super({ status: 409, code: 'mail.not_configured', detail: 'No mail server is set. Set TIMBRE_SMTP_URL.' });
  }
}

/** The mail server will not take this mail, however often it is tried. */
export class MailRefusedError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The mail server refused: ${reason}`, options);
    this.name = 'MailRefusedError';
  }
}

export interface ReportMail {
  to: string;
  /** Of the run; with the address it gives a message id that stays the same on each try. */
  runId: string;
  subject: string;
  text: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
  /** Where one click ends the subscription (RFC 8058). */
  unsubscribe: string;
}

/** Mails reports; each recipient gets a mail of their own and does not see the others. */
@Injectable()
export class ReportMailer {
  constructor(@InjectSettings() private readonly settings: Pick<Settings, 'smtpUrl' | 'smtpFrom'>) {}

  /** @throws MailServerMissingError, MailRefusedError, or what the connection threw. */
  async send({ to, runId, unsubscribe, ...mail }: ReportMail): Promise<void> {
    if (this.settings.smtpUrl === undefined) throw new MailServerMissingError();
    const transport = createTransport(this.settings.smtpUrl, {
      from: this.settings.smtpFrom,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
    } as object);
    const recipient = createHash('sha256').update(to.toLowerCase()).digest('hex').slice(0, 16);
    try {
      await transport.sendMail({
        ...mail,
        from: this.settings.smtpFrom,
        to,
        messageId: `<${runId}.${recipient}@timbre>`,
        headers: {
          'auto-submitted': 'auto-generated',
          'list-unsubscribe': `<${unsubscribe}>`,
          'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
        },
      });
    } catch (error) {
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      if (code >= 500 && error instanceof Error) throw new MailRefusedError(error.message, { cause: error });
      throw error;
    } finally {
      transport.close();
    }
  }
}
