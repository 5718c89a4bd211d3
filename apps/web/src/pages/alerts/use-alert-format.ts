import type { AlertRuleInput, AlertSeries, Estimate } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** Values and conditions of rules in words. */
export function useAlertFormat() {
  const { t } = useTranslation();
  const format = useFormat();
  const value = (series: AlertSeries, number: number | null): string => {
    if (number === null) return '–';
    if (series === 'net') return format.score(number);
    if (series === 'negative-share' || series === 'share-of-voice') return format.share(number);
    if (series === 'forecast-median') return number.toFixed(1);
    return format.count(Math.round(number * 100) / 100);
  };
  const condition = (rule: Pick<AlertRuleInput, 'series' | 'condition'>): string => {
    const { condition: when, series } = rule;
    const threshold =
      'threshold' in when
        ? value(series, when.threshold)
        : 'low' in when
          ? `${value(series, when.low)} … ${value(series, when.high)}`
          : when.kind === 'change'
            ? when.relative
              ? format.share(when.by)
              : String(when.by)
            : when.kind === 'anomaly'
              ? String(when.z)
              : String(when.limit);
    return t('alerts.conditionText', {
      series: t(`alerts.seriesNames.${series}`),
      condition: t(`alerts.conditions.${when.kind}`),
      threshold,
    });
  };
  return { value, condition };
}

/** The share of useful alerts with its uncertainty and how many marks it rests on. */
export function usePrecisionText(): (precision: Estimate) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ value, low, high, n }) =>
    value === null
      ? t('alertRules.precisionNone')
      : t('alertRules.precisionValue', {
          value: format.share(value),
          low: format.share(low ?? 0),
          high: format.share(high ?? 1),
          count: n,
        });
}

/** Seconds as people type them. @example lengthText(5400) // '90m' */
export function lengthText(seconds: number): string {
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ] as const) {
    if (seconds > 0 && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
