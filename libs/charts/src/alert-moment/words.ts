import type { ChartLocale } from '../locale/format.js';

interface AlertMomentWords {
  alert: string;
  threshold: string;
  value: string;
  describe: (title: string, from: string, value: string, line: string) => string;
}

export const alertMomentWords: Record<ChartLocale, AlertMomentWords> = {
  en: {
    alert: 'Alert',
    threshold: 'Threshold',
    value: 'Value',
    describe: (title, from, value, line) =>
      `${title}. The alert began on ${from} at ${value}; the threshold was ${line}.`,
  },
  'zh-CN': {
    alert: '告警',
    threshold: '阈值',
    value: '数值',
    describe: (title, from, value, line) => `${title}。告警始于 ${from}，当时为 ${value}，阈值为 ${line}。`,
  },
};
