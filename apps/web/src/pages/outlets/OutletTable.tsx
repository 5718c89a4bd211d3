import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { selectionLink } from '../../charts/selection-link.js';
import type { FilterState } from '../../filter/filter-state.js';
import { DifferenceText } from '../../format/DifferenceText.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { HealthMark } from '../sources/HealthMark.js';
import type { OutletRow } from './outlet-rows.js';

const by = (value: (row: OutletRow) => number | null) => (left: OutletRow, right: OutletRow) =>
  (value(left) ?? Number.NEGATIVE_INFINITY) - (value(right) ?? Number.NEGATIVE_INFINITY);

/** Every outlet of the range; its name leads to its articles. */
export function OutletTable({ rows, filter }: { rows: OutletRow[]; filter: FilterState }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table<OutletRow>
      className="outlet-table"
      rowKey="key"
      dataSource={rows}
      size="middle"
      scroll={{ x: 560 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      showSorterTooltip={false}
      columns={[
        {
          title: t('outlets.name'),
          key: 'name',
          sorter: (left, right) => left.name.localeCompare(right.name, format.locale),
          render: (_, row) => (
            <>
              <Link to={selectionLink(filter, { source: row.key })}>{row.name}</Link>{' '}
              {row.source?.sample && <span className="tag-sample">{t('shell.sample')}</span>}
              {row.source && row.source.outlet !== row.name && <p className="meta">{row.source.outlet}</p>}
            </>
          ),
        },
        {
          title: t(`filter.units.${filter.unit}`),
          key: 'n',
          align: 'right',
          sorter: by(({ n }) => n),
          render: (_, row) => <span title={format.count(row.n)}>{format.compact(row.n)}</span>,
        },
        {
          title: t('compare.share'),
          key: 'share',
          align: 'right',
          responsive: ['md'],
          sorter: by(({ share }) => share),
          render: (_, row) => format.share(row.share),
        },
        {
          title: t('coverage.tileNet'),
          key: 'net',
          sorter: by(({ net }) => net.value),
          render: (_, row) => (
            <span className="difference">
              <Score value={row.net.value} />
              {row.net.value !== null && (
                <span className="meta">
                  {t('compare.interval', { low: format.score(row.net.low), high: format.score(row.net.high) })}
                </span>
              )}
            </span>
          ),
        },
        {
          title: t('outlets.againstOthers'),
          key: 'difference',
          sorter: by(({ againstOthers }) => againstOthers.value),
          render: (_, row) => <DifferenceText difference={row.againstOthers} />,
        },
        {
          title: t('sources.health'),
          key: 'health',
          width: '24%',
          responsive: ['lg'],
          render: (_, row) => (row.source ? <HealthMark source={row.source} /> : t('outlets.removed')),
        },
      ]}
    />
  );
}
