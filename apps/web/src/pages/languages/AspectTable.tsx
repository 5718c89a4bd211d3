import type { Aspect, AspectInLanguages } from '@timbre/contracts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { SideScore } from './SideScore.js';

interface Props {
  rows: readonly AspectInLanguages[];
  languages: readonly [string, string];
  name: string;
}

/** What each language talks about, and what only one of them does. */
export function AspectTable({ rows, languages, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const side = (row: AspectInLanguages, which: 0 | 1) => {
    const { n, net, share } = row.sides[which];
    if (n === 0) return <span className="meta">–</span>;
    return (
      <>
        <strong className="aspect-share">{format.share(share)}</strong> <SideScore net={net} n={n} />
      </>
    );
  };
  const only = ({ sides }: AspectInLanguages) =>
    sides[0].n === 0 ? languages[1] : sides[1].n === 0 ? languages[0] : null;
  return (
    <section className="card" aria-label={t('languages.aspectsTitle')}>
      <h2>{t('languages.aspectsTitle')}</h2>
      <p className="card-subtitle">{t('languages.aspectsSubtitle', { name })}</p>
      <Table<AspectInLanguages>
        rowKey="aspect"
        dataSource={[...rows]}
        size="middle"
        scroll={{ x: 560 }}
        pagination={false}
        columns={[
          {
            title: t('languages.aspect'),
            key: 'aspect',
            render: (_, row) => {
              const language = only(row);
              return (
                <>
                  {t(`coverage.aspect.${row.aspect as Aspect}`)}
                  {language !== null && <p className="meta">{t('languages.only', { language })}</p>}
                </>
              );
            },
          },
          { title: languages[0], key: 'first', render: (_, row) => side(row, 0) },
          { title: languages[1], key: 'second', render: (_, row) => side(row, 1) },
        ]}
      />
    </section>
  );
}
