import type { EntityRow } from '@timbre/contracts';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { useDisplayName } from './use-display-name.js';

interface Props {
  entities: readonly EntityRow[];
  words: string;
  onEdit?: (reference: string) => void;
}

const ALIASES_SHOWN = 6;

export function EntityTable({ entities, words, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplayName();
  const wanted = words.trim().toLowerCase();
  const rows = entities.filter((entity) =>
    [entity.names.en, entity.names.zh ?? '', ...entity.aliases.map((alias) => alias.text)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <Table<EntityRow>
      rowKey="id"
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 680 }}
      locale={{ emptyText: t('catalogue.none') }}
      columns={[
        {
          title: t('catalogue.name'),
          key: 'name',
          width: 240,
          render: (_, entity) => {
            const { name, other } = display(entity.names);
            return (
              <>
                <Link to={`/targets/entity:${entity.id}`} title={t('catalogue.open')}>
                  <strong>{name}</strong>
                </Link>
                {other && <p className="meta">{other}</p>}
              </>
            );
          },
        },
        {
          title: t('catalogue.kind'),
          key: 'kind',
          width: 120,
          filters: (['person', 'organisation', 'product', 'concept'] as const).map((value) => ({
            value,
            text: t(`catalogue.kinds.${value}`),
          })),
          onFilter: (value, entity) => entity.kind === value,
          render: (_, entity) => t(`catalogue.kinds.${entity.kind}`),
        },
        {
          title: t('catalogue.aliases'),
          key: 'aliases',
          render: (_, entity) => {
            const texts = entity.aliases.map((alias) => alias.text);
            return (
              <span className="meta" title={texts.join(', ')}>
                {texts.slice(0, ALIASES_SHOWN).join(' · ')}
                {texts.length > ALIASES_SHOWN && ` +${texts.length - ALIASES_SHOWN}`}
              </span>
            );
          },
        },
        {
          title: t('catalogue.articles'),
          key: 'articles',
          align: 'right',
          width: 110,
          sorter: (left, right) => left.articles - right.articles,
          render: (_, entity) => <span className="numbers">{format.count(entity.articles)}</span>,
        },
        ...(onEdit
          ? [
              {
                title: '',
                key: 'edit',
                width: 90,
                render: (_: unknown, entity: EntityRow) => (
                  <Button size="small" onClick={() => onEdit(`entity:${entity.id}`)}>
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
