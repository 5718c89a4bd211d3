import {
  type AlertMessage,
  type MessageLanguage,
  plainText,
  sentencesOf,
  subjectOf,
} from '../messages/alert-message.js';

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
  /** 1 to 5, as ntfy counts. */
  priority: number;
  /** Everything, for programs. */
  data: unknown;
}

/** An alert's notification as a post. */
export function alertPost(id: string, message: AlertMessage, language: MessageLanguage): ChannelPost {
  const articles = message.articles
    .slice(0, 10)
    .map(
      ({ title, source, evidence, link }) =>
        `[${title.replaceAll(/[[\]()]/g, ' ')}](${link}) — ${source}${evidence === null ? '' : `\n\n_${evidence.slice(0, 300)}_`}`,
    );
  const [view, alert] = language === 'zh' ? ['查看数据', '查看告警'] : ['Open the view', 'Open the alert'];
  return {
    id,
    type: `alert.${message.reason}`,
    subject: subjectOf(message, language),
    text: plainText(message, language),
    paragraphs: [...sentencesOf(message, language), ...articles],
    links: [
      { title: alert ?? '', url: message.links.alert },
      { title: view ?? '', url: message.links.view },
    ],
    priority: { info: 3, warning: 4, critical: 5 }[message.severity],
    data: message,
  };
}
