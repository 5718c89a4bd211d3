import { type AlertRule, type AlertSilence, MUTED_BY_LINK } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertSilencesQuery } from '../../api/alert-queries.js';
import { useFormat } from '../../format/use-format.js';
import { SilenceForm } from './SilenceForm.js';
import { useAlertAction } from './use-alert-action.js';
import { useWeekdays } from './use-weekdays.js';

/** Times in which nobody is told; evaluation goes on. */
export function SilencePanel({ editor, rules }: { editor: boolean; rules: readonly AlertRule[] }) {
  const { t } = useTranslation();
  const silences = useQuery(alertSilencesQuery()).data ?? [];
  return (
    <>
      {editor && <SilenceForm rules={rules} />}
      {silences.length === 0 && <p className="meta">{t('alerts.noSilences')}</p>}
      {silences.map((silence) => (
        <SilenceRow key={silence.id} silence={silence} rules={rules} editor={editor} />
      ))}
    </>
  );
}

interface RowProps {
  silence: AlertSilence;
  rules: readonly AlertRule[];
  editor: boolean;
}

function SilenceRow({ silence, rules, editor }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const weekdays = useWeekdays();
  const action = useAlertAction();
  const { id, ruleIds, targets, series, weekly, comment, by, to, active } = silence;
  const names = ruleIds.map((ruleId) => rules.find((rule) => rule.id === ruleId)?.name ?? ruleId);
  const about = [...names, ...[...targets, ...series].map((key) => key.slice(key.indexOf(':') + 1))];
  const said = { when: format.moment(to), name: by === MUTED_BY_LINK ? t('alertRules.byLink') : by };
  const hours = weekly && {
    days: weekly.days.map((day) => weekdays[day - 1]?.label ?? '').join(', '),
    from: weekly.from,
    to: weekly.to,
    tz: weekly.tz,
  };
  return (
    <div className="delivery">
      <div>
        <strong>{about.length === 0 ? t('alerts.silenceAll') : about.join(' · ')}</strong>
        <p className="meta">
          {!active
            ? t('alerts.silenceOver', said)
            : hours
              ? `${t('alertRules.weeklyText', hours)} · ${t('alertRules.by', said)}`
              : t('alerts.silenceUntil', said)}
          {comment !== '' && ` · ${comment}`}
        </p>
      </div>
      {editor && active && (
        <Button size="small" onClick={() => action.mutate({ path: `/alert-silences/${id}`, method: 'DELETE' })}>
          {t('alerts.silenceEnd')}
        </Button>
      )}
    </div>
  );
}
