import type { AlertRuleInput } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { simulationQuery } from '../../api/alert-queries.js';
import { useFormat } from '../../format/use-format.js';
import { type DraggableLine, SimulationChart } from './SimulationChart.js';
import { useSettled } from './use-settled.js';

interface Props {
  rule: AlertRuleInput | null;
  onDrag: (field: DraggableLine['field'], value: number) => void;
}

/** The rule over the past 90 days, while it is edited. */
export function RuleSimulation({ rule, onDrag }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const settled = useSettled(useDeferredValue(measuredPart(rule)), 200);
  const simulation = useQuery(simulationQuery(settled));
  const { data } = simulation;
  if (simulation.error) return <p className="meta">{simulation.error.message}</p>;
  if (!data || rule === null) return <div className="simulation-loading" />;
  const days = Math.round((Date.parse(data.to) - Date.parse(data.from)) / 86_400_000);
  const most = Math.max(1, ...data.weeks.map(({ alerts }) => alerts));
  return (
    <section aria-label={t('alerts.simulation')}>
      <div className="simulation-head">
        <h3>{t('alerts.simulation')}</h3>
        <strong role="status">{t('alerts.simulationCount', { count: data.alerts.length, days })}</strong>
      </div>
      {data.value.every((value) => value === null) ? (
        <p className="meta">{t('alerts.simulationNone')}</p>
      ) : (
        <SimulationChart simulation={data} rule={rule} lines={linesOf(rule)} onDrag={onDrag} />
      )}
      <div className="simulation-weeks">
        {data.weeks.map(({ week, alerts }) => (
          <span key={week} title={t('alerts.simulationWeek', { week: format.day(week), count: alerts })}>
            <i style={{ height: `${(alerts / most) * 100}%` }} />
            <b>{alerts}</b>
          </span>
        ))}
      </div>
    </section>
  );
}

/** Whom it tells and what it is called does not change what it would have done. */
function measuredPart(rule: AlertRuleInput | null): AlertRuleInput | null {
  return rule === null ? null : { ...rule, name: '–', recipients: [], description: '', quietHours: null };
}

function linesOf({ condition }: AlertRuleInput): DraggableLine[] {
  if ('threshold' in condition) return [{ field: 'threshold', value: condition.threshold }];
  if ('low' in condition) {
    return [
      { field: 'low', value: condition.low },
      { field: 'high', value: condition.high },
    ];
  }
  return [];
}
