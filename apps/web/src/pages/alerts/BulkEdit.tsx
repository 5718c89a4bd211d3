import { type AlertRule, type AlertRuleBulkInput, alertSeverity } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertChannelsQuery } from '../../api/alert-queries.js';
import { useAlertAction } from './use-alert-action.js';

interface Props {
  chosen: readonly AlertRule['id'][];
  onDone: () => void;
}

/** One change to all rules that are chosen. */
export function BulkEdit({ chosen, onDone }: Props) {
  const { t } = useTranslation();
  const channels = useQuery(alertChannelsQuery()).data ?? [];
  const action = useAlertAction(onDone);
  const change = (parts: Omit<AlertRuleBulkInput, 'ids'>) =>
    action.mutate({ path: '/alert-rules/bulk', body: { ids: chosen, ...parts }, said: t('alerts.saved') });
  return (
    <div
      className="alert-tools bulk-edit"
      role="toolbar"
      aria-label={t('alertRules.selected', { count: chosen.length })}
    >
      <strong>{t('alertRules.selected', { count: chosen.length })}</strong>
      <Button size="small" loading={action.isPending} onClick={() => change({ enabled: true })}>
        {t('alertRules.switchOn')}
      </Button>
      <Button size="small" loading={action.isPending} onClick={() => change({ enabled: false })}>
        {t('alertRules.switchOff')}
      </Button>
      <Select
        size="small"
        value={null}
        placeholder={t('alertRules.setSeverity')}
        aria-label={t('alertRules.setSeverity')}
        onChange={(severity: AlertRule['severity'] | null) => severity !== null && change({ severity })}
        options={alertSeverity.options.map((value) => ({ value, label: t(`alerts.severities.${value}`) }))}
      />
      <Select
        size="small"
        value={null}
        placeholder={t('alertRules.addChannel')}
        aria-label={t('alertRules.addChannel')}
        onChange={(addRecipient: string | null) => addRecipient !== null && change({ addRecipient })}
        options={channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}
