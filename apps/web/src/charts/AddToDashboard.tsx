import type { Dashboard, DashboardDocument, DashboardTileKind } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { dashboardListQuery } from '../api/dashboard-queries.js';
import { newPlace } from '../pages/dashboard/grid-layout.js';

/** A chart as a dashboard keeps it. */
export interface KeptChart {
  kind: DashboardTileKind;
  /** The filter, as it stands in URLs. */
  search: string;
}

interface Props {
  title: string;
  chart: KeptChart;
  onClose: () => void;
}

const NEW = 'new';

/** Puts a chart with its filter on one of the user's dashboards. */
export function AddToDashboard({ title, chart, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const list = useQuery(dashboardListQuery());
  const mine = (list.data ?? []).filter((dashboard) => dashboard.mine);
  const [chosen, setChosen] = useState<string | null>(null);
  const target = chosen ?? mine[0]?.id ?? NEW;
  const add = useMutation({
    mutationFn: () => {
      const dashboard = mine.find(({ id }) => id === target);
      return dashboard === undefined
        ? request('dashboard', '/dashboards', {
            method: 'POST',
            body: withChart({ name: t('dashboards.newName'), readers: 'owner', tiles: [] }, title, chart),
          })
        : request('dashboard', `/dashboards/${dashboard.id}`, {
            method: 'PUT',
            body: { version: dashboard.version, document: withChart(dashboard.document, title, chart) },
          });
    },
    onSuccess: ({ document }: Dashboard) => {
      void client.invalidateQueries({ queryKey: dashboardListQuery().queryKey });
      void message.success(t('dashboards.added', { name: document.name }));
      onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Modal
      open
      title={t('dashboards.addToTitle', { title })}
      okText={t('dashboards.done')}
      cancelText={t('dashboards.cancel')}
      okButtonProps={{ loading: add.isPending, disabled: list.isPending }}
      onOk={() => add.mutate()}
      onCancel={onClose}
    >
      <p className="meta">{t('dashboards.addToHint')}</p>
      {list.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : (
        <Select
          aria-label={t('dashboards.title')}
          className="dashboard-choice"
          value={target}
          onChange={setChosen}
          options={[
            ...mine.map(({ id, document }) => ({ value: id, label: document.name })),
            { value: NEW, label: t('dashboards.addToNew') },
          ]}
        />
      )}
    </Modal>
  );
}

function withChart(document: DashboardDocument, title: string, { kind, search }: KeptChart): DashboardDocument {
  const tile = { id: crypto.randomUUID(), kind, title, search, text: '', ...newPlace(kind, document.tiles) };
  return { ...document, tiles: [...document.tiles, tile] };
}
