import type { AlertSimulation } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  weeks: AlertSimulation['weeks'];
  /** The largest count of all that stand beside each other. */
  most: number;
}

/** Alerts per week as bars with their numbers. */
export function SimulationWeeks({ weeks, most }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="simulation-weeks">
      {weeks.map(({ week, alerts }) => (
        <span key={week} title={t('alerts.simulationWeek', { week: format.day(week), count: alerts })}>
          <i style={{ height: `${(alerts / Math.max(1, most)) * 100}%` }} />
          <b>{alerts}</b>
        </span>
      ))}
    </div>
  );
}
