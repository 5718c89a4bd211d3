import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { alertListQuery, alertRulesQuery } from '../../api/alert-queries.js';
import { useMay } from '../../session/use-session.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { AlertList } from './AlertList.js';
import { ChannelPanel } from './ChannelPanel.js';
import { DeliveryPanel } from './DeliveryPanel.js';
import { RuleList } from './RuleList.js';
import { SilencePanel } from './SilencePanel.js';
import './alerts.css';

const RuleEditor = lazy(() => import('./RuleEditor.js'));
const AlertDrawer = lazy(() => import('./AlertDrawer.js'));

/** Rules, what they did, and who was told. */
export default function AlertsPage() {
  const { t } = useTranslation();
  const editor = useMay('analyst');
  const alerts = useQuery(alertListQuery());
  const rules = useQuery(alertRulesQuery());
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') ?? 'alerts';
  const edited = search.get('rule');
  const opened = search.get('alert');
  const rule = rules.data?.find(({ id }) => id === edited);
  const close = () => setSearch({ tab });
  const error = alerts.error ?? rules.error;
  const openCount = alerts.data?.filter(({ state }) => state !== 'resolved').length ?? 0;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('alerts.title')}</h1>
          <p>{t('alerts.hint')}</p>
        </div>
        {editor && (
          <div className="page-tools">
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setSearch({ tab, rule: 'new' })}>
              {t('alerts.addRule')}
            </Button>
          </div>
        )}
      </div>
      {error && <ErrorState error={error} retry={() => void Promise.all([alerts.refetch(), rules.refetch()])} />}
      {!error && (!alerts.data || !rules.data) && <PageSkeleton tiles={0} blocks={2} />}
      {alerts.data && rules.data && (
        <Tabs
          activeKey={tab}
          onChange={(key) => setSearch({ tab: key })}
          items={[
            {
              key: 'alerts',
              label: `${t('alerts.tabs.alerts')}${openCount > 0 ? ` · ${openCount}` : ''}`,
              children: (
                <AlertList alerts={alerts.data} rules={rules.data} onOpen={(alert) => setSearch({ tab, alert })} />
              ),
            },
            {
              key: 'rules',
              label: `${t('alerts.tabs.rules')} · ${rules.data.length}`,
              children: (
                <RuleList rules={rules.data} editor={editor} onOpen={(id) => setSearch({ tab: 'rules', rule: id })} />
              ),
            },
            { key: 'channels', label: t('alerts.tabs.channels'), children: <ChannelPanel editor={editor} /> },
            {
              key: 'silences',
              label: t('alerts.tabs.silences'),
              children: <SilencePanel editor={editor} rules={rules.data} />,
            },
            { key: 'deliveries', label: t('alerts.tabs.deliveries'), children: <DeliveryPanel editor={editor} /> },
          ]}
        />
      )}
      <Suspense fallback={null}>
        {(rule || edited === 'new') && (
          <RuleEditor key={edited} rule={rule ?? null} rules={rules.data ?? []} editor={editor} onClose={close} />
        )}
        {opened !== null && (
          <AlertDrawer key={opened} id={opened} rules={rules.data ?? []} editor={editor} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
