import type { AlertRuleInput, AlertSimulation } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { articlesLink } from './articles-link.js';
import { useAlertFormat } from './use-alert-format.js';
import { VerdictChoice } from './VerdictChoice.js';

interface Props {
  rule: AlertRuleInput;
  simulation: AlertSimulation;
  editor: boolean;
}

const mostShown = 30;

/** The alerts that there would have been, newest first, to be opened and judged. */
export function SimulatedAlerts({ rule, simulation, editor }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAlertFormat();
  const { alerts, series, filter } = simulation;
  if (alerts.length === 0) return null;
  const measured = { series: rule.series, filter: rule.filter };
  return (
    <details className="simulated-alerts">
      <summary>
        {t('alertRules.would')} · {alerts.length}
      </summary>
      <p className="meta">{t('alertRules.wouldHint')}</p>
      <ul>
        {alerts
          .slice(-mostShown)
          .reverse()
          .map((alert) => (
            <li key={alert.series.key + alert.from}>
              <span>
                {alert.series.key === series.key ? (
                  <Link className="alert-link" to={articlesLink({ filter, window: rule.window }, alert.from)}>
                    {format.moment(alert.from)}
                  </Link>
                ) : (
                  format.moment(alert.from)
                )}
                <span className="meta">
                  {' '}
                  {alert.series.name !== '' && `${alert.series.name} · `}
                  {t('alerts.onValue', { value: words.value(rule.series, alert.value), n: alert.n })}
                </span>
              </span>
              {editor && (
                <VerdictChoice
                  verdict={alert.verdict}
                  mark={{ rule: measured, key: alert.series.key, from: alert.from, to: alert.to }}
                />
              )}
            </li>
          ))}
      </ul>
    </details>
  );
}
