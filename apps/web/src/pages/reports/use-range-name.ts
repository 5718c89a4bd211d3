import { dateFormat } from '@timbre/charts';
import type { ReportRange } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/preferences.js';
import { choiceOf } from './range-choice.js';

/** A report's period in words. */
export function useRangeName(): (range: ReportRange, tz: string) => string {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (range, timeZone) => {
    const choice = choiceOf(range);
    if (choice !== null) return t(`reports.ranges.${choice}`);
    if (range.kind !== 'fixed')
      return range.kind === 'rolling' ? t('reports.ranges.r30').replace('30', String(range.days)) : '';
    const date = dateFormat(language, { timeZone, year: 'numeric', month: 'short', day: 'numeric' });
    return t('reports.ranges.fixed', { from: date.format(new Date(range.from)), to: date.format(new Date(range.to)) });
  };
}
