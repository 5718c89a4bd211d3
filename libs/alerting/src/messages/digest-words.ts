import type { DigestItem, MessageLanguage } from './alert-message.js';
import { clockText } from './sentences.js';

const mostLines = 100;

export function digestSubject(count: number, language: MessageLanguage): string {
  return language === 'zh' ? `[摘要] ${count} 条告警消息` : `[Digest] ${count} alert messages`;
}

/** What a digest says: why it is one, and a line per message that it stands for. */
export function digestLines(items: readonly DigestItem[], language: MessageLanguage): string[] {
  const zh = language === 'zh';
  const rest = items.length - mostLines;
  return [
    zh
      ? '告警多于此渠道每分钟允许的条数，因此合并为一条：'
      : 'There were more messages than this channel takes per minute; here they are as one:',
    ...items
      .slice(0, mostLines)
      .flatMap(({ subject, at, link }) => [`• ${clockText(at)} ${subject[language]}`, `  ${link}`]),
    ...(rest > 0 ? [zh ? `……另有 ${rest} 条。` : `… and ${rest} more.`] : []),
  ];
}
