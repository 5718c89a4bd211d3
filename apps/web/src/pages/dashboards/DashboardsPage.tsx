import { PlusOutlined } from '@ant-design/icons';
import type { Dashboard, DashboardDocument } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { request, send } from '../../api/client.js';
import { dashboardListQuery } from '../../api/dashboard-queries.js';
import { RelativeTime } from '../../format/RelativeTime.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { starterTiles } from './starter-tiles.js';

/** The dashboards that one has made, and those that others share. */
export default function DashboardsPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const list = useQuery(dashboardListQuery());
  const refresh = () => void client.invalidateQueries({ queryKey: dashboardListQuery().queryKey });
  const failed = (error: Error) => void message.error(error.message);
  const add = useMutation({
    mutationFn: (document: DashboardDocument) =>
      request('dashboard', '/dashboards', { method: 'POST', body: document }),
    onSuccess: ({ id }) => {
      refresh();
      void navigate(`/dashboards/${id}`);
    },
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: (id: string) => send(`/dashboards/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
    onError: failed,
  });
  const start = () => add.mutate({ name: t('dashboards.newName'), readers: 'owner', tiles: starterTiles() });
  const duplicate = ({ document }: Dashboard) =>
    add.mutate({ ...document, name: t('dashboards.copyOf', { name: document.name }).slice(0, 200), readers: 'owner' });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('dashboards.title')}</h1>
          <p>{t('dashboards.hint')}</p>
        </div>
        <div className="page-tools">
          <Button type="primary" icon={<PlusOutlined />} loading={add.isPending} onClick={start}>
            {t('dashboards.add')}
          </Button>
        </div>
      </div>
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <PageSkeleton tiles={0} blocks={1} />}
      {list.data?.length === 0 && <EmptyState title={t('dashboards.none')} hint={t('dashboards.noneHint')} />}
      {list.data && list.data.length > 0 && (
        <Table<Dashboard>
          rowKey="id"
          dataSource={list.data}
          size="middle"
          scroll={{ x: 560 }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: t('dashboards.name'),
              key: 'name',
              render: (_, { id, document }) => <Link to={`/dashboards/${id}`}>{document.name}</Link>,
            },
            {
              title: t('dashboards.tiles'),
              key: 'tiles',
              align: 'right',
              render: (_, { document }) => document.tiles.length,
            },
            { title: t('dashboards.owner'), key: 'owner', render: (_, { ownerName }) => ownerName },
            {
              title: t('dashboards.share'),
              key: 'readers',
              render: (_, { document }) => t(`dashboards.readers.${document.readers}`),
            },
            {
              title: t('dashboards.changed'),
              key: 'changed',
              render: (_, { updatedAt }) => <RelativeTime at={updatedAt} />,
            },
            {
              key: 'actions',
              align: 'right',
              render: (_, row) => (
                <>
                  <Button type="link" size="small" onClick={() => duplicate(row)}>
                    {t('dashboards.duplicate')}
                  </Button>
                  {row.mine && (
                    <Popconfirm
                      title={t('dashboards.removeConfirm', { name: row.document.name })}
                      okText={t('dashboards.remove')}
                      cancelText={t('dashboards.cancel')}
                      onConfirm={() => remove.mutate(row.id)}
                    >
                      <Button type="link" size="small" danger>
                        {t('dashboards.remove')}
                      </Button>
                    </Popconfirm>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
