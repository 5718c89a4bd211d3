import type { AlertRuleInput } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { simulationQuery } from '../../api/alert-queries.js';
import { LeftOut } from './LeftOut.js';
import { SimulatedAlerts } from './SimulatedAlerts.js';
import { type DraggableLine, SimulationChart } from './SimulationChart.js';
import { SimulationComparison } from './SimulationComparison.js';
import { SimulationWeeks } from './SimulationWeeks.js';
import { usePrecisionText } from './use-alert-format.js';
import { useSettled } from './use-settled.js';

interface Props {
  rule: AlertRuleInput | null;
  editor: boolean;
  onDrag: (field: DraggableLine['field'], value: number) => void;
}

/** The rule over the past 90 days, while it is edited; beside another setting of it, if asked for. */
export function RuleSimulation({ rule, editor, onDrag }: Props) {
  const { t } = useTranslation();
  const precision = usePrecisionText();
  const [series, setSeries] = useState<string>();
  const [pinned, setPinned] = useState<AlertRuleInput | null>(null);
  const settled = useSettled(useDeferredValue(measuredPart(rule)), 200);
  const simulation = useQuery(simulationQuery(settled, series));
  const before = useQuery(simulationQuery(pinned, series)).data;
  const { data } = simulation;
  if (simulation.error) return <p className="meta">{simulation.error.message}</p>;
  if (!data || rule === null || settled === null) return <div className="simulation-loading" />;
  const days = Math.round((Date.parse(data.to) - Date.parse(data.from)) / 86_400_000);
  const drawn = data.alerts.filter((alert) => alert.series.key === data.series.key);
  return (
    <section aria-label={t('alerts.simulation')}>
      <div className="simulation-head">
        <h3>{t('alerts.simulation')}</h3>
        <strong role="status">{t('alerts.simulationCount', { count: data.alerts.length, days })}</strong>
      </div>
      {rule.forEach !== null && data.all.length > 0 && (
        <div className="simulation-series">
          <Select
            aria-label={t('alertRules.drawn')}
            value={data.series.key}
            onChange={setSeries}
            options={data.all.map(({ key, name, alerts }) => ({
              value: key,
              label: t('alertRules.seriesAlerts', { name, count: alerts }),
            }))}
          />
          <LeftOut leftOut={data.leftOut} />
        </div>
      )}
      {data.value.every((value) => value === null) ? (
        <p className="meta">{t('alerts.simulationNone')}</p>
      ) : (
        <SimulationChart
          simulation={{ ...data, alerts: drawn }}
          rule={{ ...rule, filter: data.filter }}
          lines={linesOf(rule)}
          onDrag={onDrag}
        />
      )}
      {pinned !== null && before !== undefined ? (
        <SimulationComparison before={{ rule: pinned, simulation: before }} now={{ rule: settled, simulation: data }} />
      ) : (
        <SimulationWeeks weeks={data.weeks} most={Math.max(...data.weeks.map(({ alerts }) => alerts))} />
      )}
      <div className="alert-tools simulation-tools">
        <Button size="small" onClick={() => setPinned(pinned === null ? settled : null)}>
          {pinned === null ? t('alertRules.compare') : t('alertRules.compareEnd')}
        </Button>
        <span className="meta">
          {t('alertRules.precision')}: {precision(data.precision)}
        </span>
      </div>
      <SimulatedAlerts rule={rule} simulation={data} editor={editor} />
    </section>
  );
}

/** Whom it tells and what it is called does not change what it would have done. */
function measuredPart(rule: AlertRuleInput | null): AlertRuleInput | null {
  const untold = { name: '–', recipients: [], description: '', quietHours: null, owner: '', quietWhile: [] };
  return rule === null ? null : { ...rule, ...untold };
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
