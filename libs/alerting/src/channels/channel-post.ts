import type { AlertMessage, MessageLanguage } from '../messages/alert-message.js';
import { chartTitle, linksOf, plainText, subjectOf } from '../messages/message-text.js';
import { otherLines } from '../messages/other-alerts.js';
import { sentencesOf } from '../messages/sentences.js';

/** What is told to a channel, whatever it speaks of. */
export interface ChannelPost {
  /** The same on each try, so that receivers recognise a repetition. */
  id: string;
  /** E.g. `alert.firing`; webhooks switch on it. */
  type: string;
  subject: string;
  text: string;
  /** The text in pieces, in Markdown; for services that draw cards. */
  paragraphs: readonly string[];
  /** Addresses to open, the most important first. */
  links: readonly { title: string; url: string }[];
  /** A picture that services can fetch, and what it shows in words. */
  picture?: { url: string; title: string };
  /** 1 to 5, as ntfy counts. */
  priority: number;
  /** Everything, for programs. */
  data: unknown;
}

/**
 * An alert's notification as a post.
 *
 * @param picture address of the chart; null where nobody outside could fetch it
 */
export function alertPost(
  id: string,
  message: AlertMessage,
  language: MessageLanguage,
  picture: string | null,
): ChannelPost {
  const articles = message.articles
    .slice(0, 10)
    .map(
      ({ title, source, evidence, link }) =>
        `[${title.replaceAll(/[[\]()]/g, ' ')}](${link}) — ${source}${evidence === null ? '' : `\n\n_${evidence.slice(0, 300)}_`}`,
    );
  const text = plainText(message, language);
  const told = [...sentencesOf(message, language), ...otherLines(message, language), ...articles];
  // How the chart is drawn is our affair; receivers get its address.
  const { picture: _drawn, ...data } = message;
  return {
    id,
    type: `alert.${message.reason}`,
    subject: subjectOf(message, language),
    text,
    paragraphs: message.reason === 'digest' ? text.split('\n') : told,
    links: linksOf(message, language),
    ...(picture === null ? {} : { picture: { url: picture, title: chartTitle(message, language) } }),
    priority: { info: 3, warning: 4, critical: 5 }[message.severity],
    data,
  };
}
