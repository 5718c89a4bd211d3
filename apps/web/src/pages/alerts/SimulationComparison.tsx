import type { AlertRuleInput, AlertSimulation } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { SimulationWeeks } from './SimulationWeeks.js';
import { useAlertFormat, usePrecisionText } from './use-alert-format.js';

interface Setting {
  rule: AlertRuleInput;
  simulation: AlertSimulation;
}

/** Two settings side by side: how often each fires, week by week, and how useful that was. */
export function SimulationComparison({ before, now }: { before: Setting; now: Setting }) {
  const { t } = useTranslation();
  const words = useAlertFormat();
  const precision = usePrecisionText();
  const most = Math.max(1, ...[before, now].flatMap(({ simulation }) => simulation.weeks.map(({ alerts }) => alerts)));
  const rows = [
    { name: t('alertRules.before'), ...before },
    { name: t('alertRules.now'), ...now },
  ];
  return (
    <table className="simulation-comparison">
      <caption>{t('alertRules.compareTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alertRules.setting')}</th>
          <th scope="col">{t('alertRules.alerts')}</th>
          <th scope="col">{t('alertRules.perWeek')}</th>
          <th scope="col">{t('alertRules.precision')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, rule, simulation }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <span className="meta">{words.condition(rule)}</span>
            </th>
            <td>{simulation.alerts.length}</td>
            <td>
              <SimulationWeeks weeks={simulation.weeks} most={most} />
            </td>
            <td>{precision(simulation.precision)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
