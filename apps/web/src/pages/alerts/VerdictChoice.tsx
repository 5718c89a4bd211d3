import { type AlertMarkInput, type AlertVerdict, alertVerdict } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ALERTS, SIMULATION } from '../../api/alert-queries.js';
import { send } from '../../api/client.js';

interface Props {
  verdict: AlertVerdict | null;
  /** What is marked. */
  mark: Omit<AlertMarkInput, 'verdict'>;
}

const signs = { useful: '✓', noise: '✕' } as const;

/** Useful or noise; a second click takes the verdict back. */
export function VerdictChoice({ verdict, mark }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (next: AlertVerdict | null) =>
      send('/alert-marks', { method: 'PUT', body: { ...mark, verdict: next } }),
    onSuccess: () => Promise.all([ALERTS, SIMULATION].map((key) => client.invalidateQueries({ queryKey: [key] }))),
    onError: (error) => void message.error(error.message),
  });
  return (
    <span role="group" aria-label={t('alertRules.verdict')} className="verdict">
      {alertVerdict.options.map((option) => (
        <Button
          key={option}
          size="small"
          type={verdict === option ? 'primary' : 'default'}
          aria-pressed={verdict === option}
          disabled={set.isPending}
          onClick={() => set.mutate(verdict === option ? null : option)}
        >
          {signs[option]} {t(`alertRules.verdicts.${option}`)}
        </Button>
      ))}
    </span>
  );
}
