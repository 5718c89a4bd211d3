import type { AlertMessage, MessageLanguage } from './alert-message.js';
import { digestLines, digestSubject } from './digest-words.js';
import { formatValue, lengthWords, seriesWords, signed } from './message-words.js';
import { otherLines } from './other-alerts.js';
import { sentencesOf } from './sentences.js';

/** One line: what happened to which rule. */
export function subjectOf(message: AlertMessage, language: MessageLanguage): string {
  if (message.reason === 'digest') return digestSubject(message.items?.length ?? 0, language);
  const words = {
    en: { firing: 'Alert', repeat: 'Still on', resolved: 'Over', test: 'Test' },
    zh: { firing: '告警', repeat: '仍在持续', resolved: '已恢复', test: '测试' },
  }[language][message.reason];
  const value = message.input?.value;
  const figure = value == null || message.kind !== 'threshold' ? '' : ` (${formatValue(message.series, value)})`;
  const series = message.of === undefined ? '' : ` · ${message.of.name}`;
  const more = message.others?.count ?? 0;
  const others = more === 0 ? '' : language === 'zh' ? `，另有 ${more} 项` : ` and ${more} more`;
  return `[${words}] ${message.ruleName}${series}${figure}${others}`.replaceAll(/[\r\n]+/g, ' ');
}

/** Heading of the message's chart. */
export function chartTitle(
  { series, targets, window }: Pick<AlertMessage, 'series' | 'targets' | 'window'>,
  language: MessageLanguage,
): string {
  const [name, length] = [seriesWords[language][series], lengthWords(window, language)];
  return language === 'zh'
    ? `「${targets.zh}」近${length}的${name}（UTC）`
    : `${name.charAt(0).toUpperCase()}${name.slice(1)} of ${targets.en} over ${length} (UTC)`;
}

/** Plain text of the whole message. */
export function plainText(message: AlertMessage, language: MessageLanguage): string {
  if (message.reason === 'digest') return digestLines(message.items ?? [], language).join('\n');
  const zh = language === 'zh';
  const articles = message.articles.flatMap(({ title, source, score, evidence, link }) => [
    `• ${title} — ${source}${score === null ? '' : ` (${signed(score)})`}`,
    ...(evidence === null ? [] : [`  “${evidence}”`]),
    `  ${link}`,
  ]);
  const others = otherLines(message, language);
  return [
    ...sentencesOf(message, language),
    ...(others.length === 0 ? [] : ['', ...others]),
    ...(articles.length === 0 ? [] : ['', zh ? '影响最大的报道：' : 'What contributed most:', ...articles]),
    '',
    ...linksOf(message, language).map(({ title, url }) => `${title}: ${url}`),
  ].join('\n');
}

/** Where to go from a message, the most important first. */
export function linksOf({ links }: AlertMessage, language: MessageLanguage): { title: string; url: string }[] {
  const zh = language === 'zh';
  return [
    { title: zh ? '查看告警' : 'Open the alert', url: links.alert },
    { title: zh ? '查看数据' : 'Open the view', url: links.view },
    ...(links.mute === undefined ? [] : [{ title: zh ? '静默此告警' : 'Mute this alert', url: links.mute }]),
  ];
}
