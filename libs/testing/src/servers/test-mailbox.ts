import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  mail: ParsedMail;
}

export interface TestMailbox {
  /** smtp://127.0.0.1:port for TIMBRE_SMTP_URL. */
  url: string;
  mails: ReceivedMail[];
  /** From now on recipients are refused with this reply code, e.g. 550; null accepts again. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
}

/** A local SMTP server that keeps what it receives. No authentication, no TLS. */
export async function testMailbox(): Promise<TestMailbox> {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refusal === null ? null : Object.assign(new Error('Refused by the test'), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          const from = session.envelope.mailFrom;
          mails.push({
            from: from === false ? '' : from.address,
            to: session.envelope.rcptTo.map(({ address }) => address),
            mail,
          });
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuseWith: (code) => void (refusal = code),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
