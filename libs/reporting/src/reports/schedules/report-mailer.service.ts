import { Injectable } from '@nestjs/common';
import { InjectSettings, ProblemError, type Settings } from '@timbre/platform';
import { createTransport } from 'nodemailer';

class MailServerMissingError extends ProblemError {
  constructor() {
    super({ status: 409, code: 'mail.not_configured', detail: 'No mail server is set. Set TIMBRE_SMTP_URL.' });
  }
}

export interface ReportMail {
  to: string[];
  subject: string;
  text: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** Mails reports; each recipient gets a mail of their own and does not see the others. */
@Injectable()
export class ReportMailer {
  constructor(@InjectSettings() private readonly settings: Pick<Settings, 'smtpUrl' | 'smtpFrom'>) {}

  /** @throws MailServerMissingError, or what the mail server said. */
  async send({ to, ...mail }: ReportMail): Promise<void> {
    if (this.settings.smtpUrl === undefined) throw new MailServerMissingError();
    const transport = createTransport(this.settings.smtpUrl, {
      from: this.settings.smtpFrom,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      for (const recipient of to) await transport.sendMail({ ...mail, to: recipient });
    } finally {
      transport.close();
    }
  }
}
