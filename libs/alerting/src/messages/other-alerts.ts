import type { AlertMessage, MessageLanguage } from './alert-message.js';
import { formatValue } from './message-words.js';
import { clockText } from './sentences.js';

/** A line per further alert of the message, and one that says how many were left out. */
export function otherLines({ others, series, kind }: AlertMessage, language: MessageLanguage): string[] {
  if (others === undefined || others.count === 0) return [];
  const zh = language === 'zh';
  const left = others.count - others.shown.length;
  return [
    zh ? '同一规则的其他告警：' : 'Also of this rule:',
    ...others.shown.map(({ name, value, since, until }) => {
      const figure = value === null || kind !== 'threshold' ? '' : ` ${formatValue(series, value)}`;
      const time =
        until === null
          ? zh
            ? `自 ${clockText(since)} 起`
            : `since ${clockText(since)}`
          : zh
            ? `已于 ${clockText(until)} 结束`
            : `over since ${clockText(until)}`;
      return `• ${name}${figure}${zh ? '，' : ', '}${time}`;
    }),
    ...(left > 0 ? [zh ? `……另有 ${left} 项未列出。` : `… and ${left} more that are not listed.`] : []),
  ];
}
