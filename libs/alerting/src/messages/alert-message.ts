import type { AlertCondition, AlertInput, AlertSeries, AlertSeriesRef, AlertSeverity } from '@timbre/contracts';
import type { PicturedMoment } from '../pictures/moment-input.js';

export type MessageLanguage = 'en' | 'zh';

export interface MessageArticle {
  title: string;
  source: string;
  published: string;
  score: number | null;
  evidence: string | null;
  link: string;
}

/** Another alert of the same rule that is told in the same message. */
export interface OtherAlert {
  name: string;
  value: number | null;
  since: string;
  until: string | null;
}

/** A message that a digest stands for. */
export interface DigestItem {
  subject: Record<MessageLanguage, string>;
  at: string;
  link: string;
}

/** All that a notification says, before it is put into words; kept as it was sent. Optional parts came later. */
export interface AlertMessage {
  reason: 'firing' | 'resolved' | 'repeat' | 'digest' | 'test';
  kind: 'threshold' | 'no-data' | 'error';
  ruleName: string;
  severity: AlertSeverity;
  series: AlertSeries;
  condition: AlertCondition;
  /** Seconds. */
  window: number;
  targets: Record<MessageLanguage, string>;
  /** Which series of the rule; absent where there is one only. */
  of?: AlertSeriesRef;
  /** Other alerts that are told along, and how many there are in all. */
  others?: { shown: OtherAlert[]; count: number };
  /** The channel that was told before, and from which nobody acknowledged. */
  escalatedFrom?: string;
  /** Only of digests. */
  items?: DigestItem[];
  /** Begin and end of the alert. */
  since: string;
  until: string | null;
  input: AlertInput | null;
  /** Interval of the value, where it has one. */
  interval: { low: number; high: number } | null;
  articles: MessageArticle[];
  /** Sources that count, and how many of them were blind. */
  sources: { all: number; blind: number };
  links: { view: string; alert: string; mute?: string };
  /** What to draw, where there is something to draw. */
  picture?: PicturedMoment;
}
