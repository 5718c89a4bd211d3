import type { TopicRow } from '@timbre/contracts';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { useDisplayName } from './use-display-name.js';

interface Props {
  topics: readonly TopicRow[];
  words: string;
  onEdit?: (reference: string) => void;
}

export function TopicTable({ topics, words, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplayName();
  const wanted = words.trim().toLowerCase();
  const rows = topics.filter((topic) =>
    [topic.names.en, topic.names.zh ?? '', topic.query].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Table<TopicRow>
      rowKey="id"
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 640 }}
      locale={{ emptyText: t('catalogue.none') }}
      columns={[
        {
          title: t('catalogue.name'),
          key: 'name',
          width: 260,
          render: (_, topic) => {
            const { name, other } = display(topic.names);
            return (
              <>
                <Link to={`/targets/topic:${topic.id}`} title={t('catalogue.open')}>
                  <strong>{name}</strong>
                </Link>
                {other && <p className="meta">{other}</p>}
              </>
            );
          },
        },
        {
          title: t('catalogue.query'),
          key: 'query',
          render: (_, topic) => (
            <code className="query-line" title={topic.query}>
              {topic.query}
            </code>
          ),
        },
        {
          title: t('catalogue.articles'),
          key: 'articles',
          align: 'right',
          width: 110,
          sorter: (left, right) => left.articles - right.articles,
          render: (_, topic) => <span className="numbers">{format.count(topic.articles)}</span>,
        },
        ...(onEdit
          ? [
              {
                title: '',
                key: 'edit',
                width: 90,
                render: (_: unknown, topic: TopicRow) => (
                  <Button size="small" onClick={() => onEdit(`topic:${topic.id}`)}>
                    {t('coverage.edit')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
