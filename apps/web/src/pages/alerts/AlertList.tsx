import type { Alert, AlertRule } from '@timbre/contracts';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../format/RelativeTime.js';
import { EmptyState } from '../../states/EmptyState.js';
import { PhaseMark } from './PhaseMark.js';
import { useAlertFormat } from './use-alert-format.js';

interface Props {
  alerts: readonly Alert[];
  rules: readonly AlertRule[];
  onOpen: (id: string) => void;
}

/** Open alerts first, then the newest. */
export function AlertList({ alerts, rules, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useAlertFormat();
  const seriesOf = new Map(rules.map(({ id, series }) => [id, series]));
  if (alerts.length === 0) return <EmptyState title={t('alerts.noAlerts')} hint={t('alerts.noAlertsHint')} />;
  return (
    <Table<Alert>
      className="alerts-table"
      rowKey="id"
      size="middle"
      dataSource={[...alerts]}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      columns={[
        {
          title: t('alerts.state'),
          key: 'state',
          width: 130,
          render: (_, alert) => (
            <>
              <PhaseMark phase={alert.state} label={t(`alerts.alertStates.${alert.state}`)} />
              {alert.silenced && alert.state !== 'resolved' && <Tag>{t('alerts.silenced')}</Tag>}
            </>
          ),
        },
        {
          title: t('alerts.rule'),
          key: 'rule',
          render: (_, alert) => (
            <button type="button" className="link-button" onClick={() => onOpen(alert.id)}>
              <strong>
                {alert.ruleName}
                {alert.series.name !== '' && ` · ${alert.series.name}`}
              </strong>
              <span className="meta">
                {' '}
                {t(`alerts.severities.${alert.severity}`)}
                {alert.acknowledgedBy !== null && ` · ✓ ${alert.acknowledgedBy}`}
              </span>
            </button>
          ),
        },
        {
          title: t('alerts.value'),
          key: 'value',
          width: 160,
          responsive: ['sm'],
          render: (_, alert) =>
            t('alerts.onValue', {
              value: words.value(seriesOf.get(alert.ruleId) ?? 'net', alert.value),
              n: alert.n ?? 0,
            }),
        },
        {
          title: t('alerts.since'),
          key: 'since',
          width: 130,
          render: (_, alert) => <RelativeTime at={alert.startedAt} />,
        },
        {
          title: t('alerts.ended'),
          key: 'ended',
          width: 130,
          responsive: ['md'],
          render: (_, alert) => (alert.endedAt === null ? '–' : <RelativeTime at={alert.endedAt} />),
        },
      ]}
    />
  );
}
