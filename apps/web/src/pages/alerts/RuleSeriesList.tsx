import type { AlertRule } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ruleSeriesQuery } from '../../api/alert-queries.js';
import { LeftOut } from './LeftOut.js';
import { PhaseMark } from './PhaseMark.js';
import { useAlertFormat } from './use-alert-format.js';

const mostShown = 12;

/** Where each series of a rule stands, the most urgent first. */
export function RuleSeriesList({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const words = useAlertFormat();
  const series = useQuery(ruleSeriesQuery(rule.id)).data ?? [];
  if (series.length === 0) return null;
  return (
    <section>
      <h3>{t('alertRules.series')}</h3>
      <ul className="rule-series">
        {series.slice(0, mostShown).map((one) => (
          <li key={one.key}>
            <span>{one.name}</span>
            <PhaseMark phase={one.phase} label={t(`alerts.phases.${one.phase}`)} />
            <span className="meta">
              {t('alerts.onValue', { value: words.value(rule.series, one.value), n: one.n ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
      {series.length > mostShown && <p className="meta">… +{series.length - mostShown}</p>}
      {rule.watched && <LeftOut leftOut={rule.watched.leftOut} />}
    </section>
  );
}
