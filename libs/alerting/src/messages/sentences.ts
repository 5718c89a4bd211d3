import type { AlertMessage, MessageLanguage } from './alert-message.js';
import { formatValue, lengthWords, seriesWords } from './message-words.js';

/** The sentences of a message: what crossed what and since when, on what it rests, and why it is no outage. */
export function sentencesOf(message: AlertMessage, language: MessageLanguage): string[] {
  return [
    escalated(message, language),
    crossed(message, language),
    rests(message, language),
    message.kind === 'threshold' ? noOutage(message, language) : '',
  ].filter((sentence) => sentence !== '');
}

function escalated({ escalatedFrom, reason }: AlertMessage, language: MessageLanguage): string {
  if (escalatedFrom === undefined || reason === 'resolved') return '';
  return language === 'zh'
    ? `已通知「${escalatedFrom}」，但无人确认。`
    : `${escalatedFrom} was told, and nobody has acknowledged.`;
}

function crossed(message: AlertMessage, language: MessageLanguage): string {
  const { series, input, condition, window } = message;
  const name = seriesWords[language][series];
  const since = clockText(message.since);
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
    const until = message.until === null ? '' : clockText(message.until);
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

/** A moment as messages write it. */
export const clockText = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
