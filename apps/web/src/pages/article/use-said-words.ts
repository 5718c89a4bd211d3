import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { StatementCorrection } from './statement-correction.js';

/** What the analysis had said of a statement that was judged, in words. */
export function useSaidWords(): (correction: StatementCorrection) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (correction) => {
    const speaker = correction.said.speaker ?? t('articles.nobody');
    if (correction.kind === 'quote') return speaker;
    const { from, to, subject, kind } = correction.said;
    const dates = format.interval(from, to, t('articles.openEnd'));
    const parts = [subject, dates, kind && t(`articles.kind.${kind}`), speaker];
    return parts.filter((part) => part != null && part !== '').join(' · ');
  };
}
