import type { AlertSeries } from '@timbre/contracts';
import type { MessageLanguage } from './alert-message.js';

export const seriesWords: Record<MessageLanguage, Record<AlertSeries, string>> = {
  en: {
    net: 'net sentiment',
    'negative-share': 'share of negative coverage',
    volume: 'volume',
    'share-of-voice': 'share of voice',
    polarisation: 'polarisation',
    'forecast-median': 'median forecast',
    silence: 'time since the last article',
    'source-health': 'number of blind sources',
  },
  zh: {
    net: '净情感',
    'negative-share': '负面占比',
    volume: '报道量',
    'share-of-voice': '声量占比',
    polarisation: '两极化程度',
    'forecast-median': '预测中位时间',
    silence: '距上一篇报道的时间',
    'source-health': '采集中断的信源数',
  },
};

/** With a true minus. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 ? `−${text}` : `+${text}`;
}

export function formatValue(series: AlertSeries, value: number): string {
  switch (series) {
    case 'net':
      return signed(value);
    case 'negative-share':
    case 'share-of-voice':
      return `${(value * 100).toFixed(1)} %`;
    case 'polarisation':
      return value.toFixed(2);
    case 'forecast-median':
      return value.toFixed(1);
    case 'silence':
      return `${value.toFixed(1)} h`;
    case 'volume':
    case 'source-health':
      return String(Math.round(value * 10) / 10);
  }
}

export function lengthWords(seconds: number, language: MessageLanguage): string {
  const hours = Math.round((seconds / 3_600) * 10) / 10;
  const days = hours / 24;
  if (Number.isInteger(days)) return language === 'zh' ? ` ${days} 天` : days === 1 ? 'a day' : `${days} days`;
  return language === 'zh' ? ` ${hours} 小时` : hours === 1 ? 'an hour' : `${hours} hours`;
}
