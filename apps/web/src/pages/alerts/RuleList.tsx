import type { AlertRule } from '@timbre/contracts';
import { Switch, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../format/RelativeTime.js';
import { EmptyState } from '../../states/EmptyState.js';
import { PhaseMark } from './PhaseMark.js';
import { useAlertAction } from './use-alert-action.js';
import { useAlertFormat } from './use-alert-format.js';

interface Props {
  rules: readonly AlertRule[];
  editor: boolean;
  onOpen: (id: string) => void;
}

const urgent: AlertRule['phase'][] = ['firing', 'recovering', 'error', 'no-data', 'pending', 'normal'];

/** What is on fire comes first. */
export function RuleList({ rules, editor, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useAlertFormat();
  const action = useAlertAction();
  if (rules.length === 0) return <EmptyState title={t('alerts.noRules')} hint={t('alerts.noRulesHint')} />;
  const rows = [...rules].sort(
    (a, b) =>
      Number(b.enabled) - Number(a.enabled) ||
      urgent.indexOf(a.phase) - urgent.indexOf(b.phase) ||
      a.name.localeCompare(b.name),
  );
  return (
    <Table<AlertRule>
      className="alerts-table"
      rowKey="id"
      size="middle"
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      columns={[
        {
          title: t('alerts.state'),
          key: 'state',
          width: 150,
          render: (_, rule) => (
            <>
              <PhaseMark
                phase={rule.enabled ? rule.phase : 'off'}
                label={rule.enabled ? t(`alerts.phases.${rule.phase}`) : t('alerts.off')}
              />
              {rule.enabled && rule.held && <p className="meta">{t('alerts.held')}</p>}
              {rule.lastError !== null && <p className="meta">{rule.lastError}</p>}
            </>
          ),
        },
        {
          title: t('alerts.rule'),
          key: 'name',
          render: (_, rule) => (
            <button type="button" className="link-button" onClick={() => onOpen(rule.id)}>
              <strong>{rule.name}</strong>
              <p className="meta">{words.condition(rule)}</p>
            </button>
          ),
        },
        {
          title: t('alerts.value'),
          key: 'value',
          width: 180,
          responsive: ['sm'],
          render: (_, rule) =>
            rule.lastEvaluated === null ? (
              '–'
            ) : (
              <>
                {t('alerts.onValue', { value: words.value(rule.series, rule.lastValue), n: rule.lastN ?? 0 })}
                <p className="meta">
                  <RelativeTime at={rule.lastEvaluated} />
                </p>
              </>
            ),
        },
        {
          title: t('alerts.enabled'),
          key: 'enabled',
          width: 70,
          render: (_, rule) => (
            <Switch
              size="small"
              aria-label={`${t('alerts.enabled')}: ${rule.name}`}
              checked={rule.enabled}
              disabled={!editor || action.isPending}
              onChange={(enabled) =>
                action.mutate({ path: `/alert-rules/${rule.id}/enabled`, method: 'PUT', body: { enabled } })
              }
            />
          ),
        },
      ]}
    />
  );
}
