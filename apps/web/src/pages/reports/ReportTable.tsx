import { CopyOutlined, DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { type Report, reportFormat } from '@timbre/contracts';
import { Button, Dropdown, Popconfirm, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { apiPath } from '../../api/client.js';
import { RelativeTime } from '../../format/RelativeTime.js';
import { useRangeName } from './use-range-name.js';
import { useReportAction } from './use-report-action.js';

/** Saved reports, last changed first. */
export function ReportTable({ reports, editor }: { reports: readonly Report[]; editor: boolean }) {
  const { t } = useTranslation();
  const rangeName = useRangeName();
  const action = useReportAction();
  const tools = ({ id, document }: Report) => (
    <span className="report-tools">
      <Dropdown
        trigger={['click']}
        menu={{
          items: reportFormat.options.map((format) => ({
            key: format,
            label: (
              <a href={apiPath(`/reports/${id}/files/${format}`)} download>
                {t(`reports.formats.${format}`)}
              </a>
            ),
          })),
        }}
      >
        <Button type="text" icon={<DownloadOutlined />} aria-label={`${t('reports.download')}: ${document.name}`} />
      </Dropdown>
      {editor && (
        <>
          <Button
            type="text"
            icon={<CopyOutlined />}
            aria-label={`${t('reports.duplicate')}: ${document.name}`}
            onClick={() =>
              action.mutate({
                path: `/reports/${id}/duplicate`,
                body: { name: t('reports.copyOf', { name: document.name }).slice(0, 200) },
                said: t('reports.saved'),
              })
            }
          />
          <Popconfirm
            title={t('reports.removeConfirm')}
            okText={t('reports.remove')}
            onConfirm={() => action.mutate({ path: `/reports/${id}`, method: 'DELETE', said: t('reports.removed') })}
          >
            <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('reports.remove')}: ${document.name}`} />
          </Popconfirm>
        </>
      )}
    </span>
  );
  return (
    <Table<Report>
      rowKey="id"
      size="middle"
      dataSource={[...reports]}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      columns={[
        {
          title: t('reports.name'),
          key: 'name',
          render: (_, { id, document }) => (
            <Link to={`/reports/${id}`}>
              <strong>{document.name}</strong>
              <p className="meta">{rangeName(document.range, document.tz)}</p>
            </Link>
          ),
        },
        {
          title: t('reports.changed'),
          key: 'changed',
          width: 180,
          responsive: ['sm'],
          render: (_, { updatedAt, updatedBy }) => (
            <>
              <RelativeTime at={updatedAt} />
              {updatedBy !== null && <p className="meta">{updatedBy}</p>}
            </>
          ),
        },
        { title: '', key: 'tools', width: 140, render: (_, report) => tools(report) },
      ]}
    />
  );
}
