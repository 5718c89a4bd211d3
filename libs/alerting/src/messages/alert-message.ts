import type { AlertCondition, AlertInput, AlertSeries, AlertSeverity } from '@timbre/contracts';
import { formatValue, lengthWords, seriesWords, signed } from './message-words.js';

export type MessageLanguage = 'en' | 'zh';

export interface MessageArticle {
  title: string;
  source: string;
  published: string;
  score: number | null;
  evidence: string | null;
  link: string;
}

/** All that a notification says, before it is put into words; kept as it was sent. */
export interface AlertMessage {
  reason: 'firing' | 'resolved' | 'repeat' | 'test';
  kind: 'threshold' | 'no-data' | 'error';
  ruleName: string;
  severity: AlertSeverity;
  series: AlertSeries;
  condition: AlertCondition;
  /** Seconds. */
  window: number;
  targets: { en: string; zh: string };
  /** Begin and end of the alert. */
  since: string;
  until: string | null;
  input: AlertInput | null;
  /** Interval of the value, where it has one. */
  interval: { low: number; high: number } | null;
  articles: MessageArticle[];
  /** Sources that count, and how many of them were blind. */
  sources: { all: number; blind: number };
  links: { view: string; alert: string };
}

/** One line: what happened to which rule. */
export function subjectOf(message: AlertMessage, language: MessageLanguage): string {
  const words = {
    en: { firing: 'Alert', repeat: 'Still on', resolved: 'Over', test: 'Test' },
    zh: { firing: '告警', repeat: '仍在持续', resolved: '已恢复', test: '测试' },
  }[language][message.reason];
  const value = message.input?.value;
  const figure = value == null || message.kind !== 'threshold' ? '' : ` (${formatValue(message.series, value)})`;
  return `[${words}] ${message.ruleName}${figure}`.replaceAll(/[\r\n]+/g, ' ');
}

/** The sentences of a message: what crossed what and since when, on what it rests, and why it is no outage. */
export function sentencesOf(message: AlertMessage, language: MessageLanguage): string[] {
  return [
    crossed(message, language),
    rests(message, language),
    message.kind === 'threshold' ? noOutage(message, language) : '',
  ].filter((sentence) => sentence !== '');
}

/** Plain text of the whole message. */
export function plainText(message: AlertMessage, language: MessageLanguage): string {
  const zh = language === 'zh';
  const articles = message.articles.flatMap(({ title, source, score, evidence, link }) => [
    `• ${title} — ${source}${score === null ? '' : ` (${signed(score)})`}`,
    ...(evidence === null ? [] : [`  “${evidence}”`]),
    `  ${link}`,
  ]);
  return [
    ...sentencesOf(message, language),
    ...(articles.length === 0 ? [] : ['', zh ? '影响最大的报道：' : 'What contributed most:', ...articles]),
    '',
    `${zh ? '查看数据' : 'Open the view'}: ${message.links.view}`,
    `${zh ? '查看告警' : 'Open the alert'}: ${message.links.alert}`,
  ].join('\n');
}

function crossed(message: AlertMessage, language: MessageLanguage): string {
  const { series, input, condition, window } = message;
  const name = seriesWords[language][series];
  const since = clock(message.since);
  const zh = language === 'zh';
  const of = message.targets[language];
  if (message.reason === 'test') return zh ? '这是一条测试消息，渠道工作正常。' : 'This is a test; the channel works.';
  if (message.kind === 'no-data') {
    return zh ? `「${of}」自 ${since} 起没有数据。` : `There have been no data on ${of} since ${since}.`;
  }
  if (message.kind === 'error') {
    return zh ? `规则自 ${since} 起无法评估。` : `The rule could not be evaluated since ${since}.`;
  }
  const value = input?.value == null ? '–' : formatValue(series, input.value);
  const line = lineOf(message, language);
  const length = lengthWords(window, language);
  if (message.reason === 'resolved') {
    const until = message.until === null ? '' : clock(message.until);
    return zh
      ? `「${of}」的${name}已恢复；告警自 ${since} 起，至 ${until} 结束。`
      : `The ${name} of ${of} is back; the alert lasted from ${since} to ${until}.`;
  }
  const flat = condition.kind === 'above' || condition.kind === 'below' || condition.kind === 'outside';
  return zh
    ? `「${of}」近${length}的${name}为 ${value}，${flat ? '' : '偏离常态，'}${line}，自 ${since} 起。`
    : `The ${name} of ${of} over ${length} is ${value}, ${flat ? '' : 'away from what is usual, '}${line}, since ${since}.`;
}

function lineOf({ series, input, condition }: AlertMessage, language: MessageLanguage): string {
  const zh = language === 'zh';
  const value = input?.value ?? 0;
  const { low = null, high = null } = input ?? {};
  const say = (line: number, above: boolean): string => {
    const figure = formatValue(series, line);
    return zh ? `${above ? '高于' : '低于'}阈值 ${figure}` : `${above ? 'above' : 'below'} the threshold ${figure}`;
  };
  if (condition.kind === 'inside') return zh ? '落在设定区间内' : 'inside the band';
  if (high !== null && value >= high) return say(high, true);
  if (low !== null && value <= low) return say(low, false);
  return zh ? '持续偏移' : 'drifting';
}

function rests({ input, interval, series, reason }: AlertMessage, language: MessageLanguage): string {
  if (input === null || reason === 'test') return '';
  const zh = language === 'zh';
  const { n, stories, outlets } = input;
  const counts = [
    `n = ${n}`,
    stories === null ? '' : zh ? `${stories} 个报道组` : `${stories} stories`,
    outlets === null ? '' : zh ? `${outlets} 家媒体` : `${outlets} outlets`,
    interval === null
      ? ''
      : `${zh ? '95% 区间' : '95 % interval'} ${formatValue(series, interval.low)} … ${formatValue(series, interval.high)}`,
  ].filter((part) => part !== '');
  return `${zh ? '依据：' : 'It rests on '}${counts.join(zh ? '，' : ', ')}${zh ? '。' : '.'}`;
}

function noOutage({ sources, reason }: AlertMessage, language: MessageLanguage): string {
  if (reason === 'resolved' || reason === 'test') return '';
  const { all, blind } = sources;
  if (language === 'zh') {
    return blind === 0
      ? `并非采集故障：${all} 个信源在此期间均正常采集。`
      : `并非采集故障：${all} 个信源中有 ${blind} 个采集中断，不足以造成此变化。`;
  }
  return blind === 0
    ? `This is not an outage: all ${all} sources were collected throughout.`
    : `This is not an outage: ${blind} of ${all} sources could not be collected, too few to explain it.`;
}

const clock = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
