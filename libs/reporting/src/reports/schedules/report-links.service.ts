import { Injectable } from '@nestjs/common';
import type { ReportFormat, ReportLocale } from '@timbre/contracts';
import { InjectSettings, SecretBox, type Settings } from '@timbre/platform';
import { linkIsGood, signature } from '../../exports/files/signed-link.js';
import { type Subscription, subscriptionOf, unsubscribeToken } from './unsubscribe-link.js';

/** A link to a file in a message is good for so long. */
const keptMs = 30 * 86_400_000;

/** Addresses that go out with reports, as the world outside writes them. */
@Injectable()
export class ReportLinks {
  private readonly base: string;

  constructor(
    @InjectSettings() settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
    private readonly secrets: SecretBox,
  ) {
    this.base = (settings.publicUrl ?? `http://${settings.host}:${settings.port}`).replace(/\/$/, '');
  }

  /** A path of ours as a whole address. */
  absolute(path: string): string {
    return `${this.base}${path}`;
  }

  unsubscribe(subscription: Subscription): string {
    return this.absolute(`/api/v1/unsubscribe/${unsubscribeToken(this.unsubscribeKey(), subscription)}`);
  }

  /** Null where the token is not ours. */
  subscriptionOf(token: string): Subscription | null {
    return subscriptionOf(this.unsubscribeKey(), token);
  }

  /** A file that was sent, for whoever holds the link, until it runs out. */
  runFile(runId: string, locale: ReportLocale, format: ReportFormat, now: Date): string {
    const expires = Math.floor((now.getTime() + keptMs) / 1000);
    const subject = `${runId}/${locale}.${format}`;
    const signed = signature(this.fileKey(), subject, expires);
    return this.absolute(`/api/v1/reports/runs/${subject}?expires=${expires}&signature=${signed}`);
  }

  mayFetch(runId: string, file: string, expires: number, given: string, now: Date): boolean {
    return linkIsGood(this.fileKey(), `${runId}/${file}`, expires, given, now);
  }

  private readonly unsubscribeKey = () => this.secrets.key('report unsubscribe');
  private readonly fileKey = () => this.secrets.key('report run file');
}
