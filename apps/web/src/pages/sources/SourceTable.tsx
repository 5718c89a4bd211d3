import type { Source } from '@timbre/contracts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../format/RelativeTime.js';
import { useFormat } from '../../format/use-format.js';
import { HealthMark } from './HealthMark.js';
import { SourceActions } from './SourceActions.js';

const worst: Source['health'][] = ['broken', 'degraded', 'new', 'quiet', 'healthy', 'paused', 'retired'];

/** The address that a person gave, or the question that stands for it. */
function placeOf({ url, options }: Source): string {
  const query = options?.['query'];
  return typeof query === 'string' && query !== '' ? query : (url ?? '').replace(/^https?:\/\//, '');
}

/** What needs attention comes first. */
export function SourceTable({
  sources,
  onEdit,
}: {
  sources: readonly Source[];
  /** Left out where the viewer may not edit. */
  onEdit?: (source: Source) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [...sources].sort(
    (left, right) => worst.indexOf(left.health) - worst.indexOf(right.health) || left.name.localeCompare(right.name),
  );
  const details = (source: Source) =>
    [
      source.articlesPerDay === null ? '' : t('sources.perDay', { count: Math.round(source.articlesPerDay * 10) / 10 }),
      source.undatedShare ? t('sources.undated', { share: format.share(source.undatedShare) }) : '',
    ]
      .filter((text) => text !== '')
      .join(' · ');
  return (
    <Table<Source>
      className="sources-table"
      rowKey="id"
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      size="middle"
      columns={[
        {
          title: t('sources.name'),
          key: 'name',
          render: (_, source) => (
            <div className="source-name">
              <strong>{source.name}</strong>
              {source.sample && <span className="tag-sample">{t('shell.sample')}</span>}
              <p className="meta" title={source.url ?? undefined}>
                {t(`sources.kinds.${source.kind}`)}
                {source.outlet !== source.name && ` · ${source.outlet}`}
                {placeOf(source) && ` · ${placeOf(source)}`}
              </p>
            </div>
          ),
        },
        {
          title: t('sources.health'),
          key: 'health',
          width: '34%',
          render: (_, source) => <HealthMark source={source} />,
        },
        {
          title: t('sources.last'),
          key: 'last',
          width: 130,
          responsive: ['md'],
          render: (_, source) => (source.lastSuccess ? <RelativeTime at={source.lastSuccess} /> : t('sources.never')),
        },
        {
          title: t('sources.next'),
          key: 'next',
          width: 120,
          responsive: ['md'],
          render: (_, source) => (source.nextAttempt ? <RelativeTime at={source.nextAttempt} /> : '–'),
        },
        {
          title: t('sources.articles'),
          key: 'articles',
          width: 130,
          align: 'right',
          responsive: ['sm'],
          render: (_, source) => (
            <>
              <span className="numbers">{format.count(source.articles)}</span>
              <p className="meta">{details(source)}</p>
            </>
          ),
        },
        ...(onEdit
          ? [
              {
                title: '',
                key: 'actions',
                width: 56,
                render: (_: unknown, source: Source) => <SourceActions source={source} onEdit={() => onEdit(source)} />,
              },
            ]
          : []),
      ]}
    />
  );
}
