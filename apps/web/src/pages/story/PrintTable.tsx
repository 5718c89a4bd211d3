import type { StoryPrint } from '@timbre/contracts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useSpan } from '../stories/use-span.js';

/** Every print of a story, oldest first, with how long after the first it came. */
export function PrintTable({ prints }: { prints: readonly StoryPrint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = useSpan();
  const first = prints.find(({ lead }) => lead) ?? prints[0];
  return (
    <section className="card" aria-label={t('stories.printsTitle')}>
      <h2>{t('stories.printsTitle')}</h2>
      <Table<StoryPrint>
        rowKey="articleId"
        dataSource={[...prints]}
        size="middle"
        scroll={{ x: 560 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t('stories.outlet'),
            key: 'outlet',
            render: (_, print) => (
              <>
                <Link to={`/articles/${encodeURIComponent(print.articleId)}`} title={print.title}>
                  {print.sourceName}
                </Link>
                {print.title !== first?.title && (
                  <p className="meta" lang={print.lang}>
                    {print.title}
                  </p>
                )}
              </>
            ),
          },
          {
            title: t('stories.published'),
            key: 'published',
            render: (_, print) => (
              <time dateTime={print.published}>
                {format.moment(print.published)}
                {!print.dated && <span title={t('articles.undated')}> *</span>}
              </time>
            ),
          },
          {
            title: t('stories.later'),
            key: 'later',
            render: (_, print) =>
              print.articleId === first?.articleId
                ? t('stories.first')
                : first && span(first.published, print.published),
          },
          {
            title: t('stories.score'),
            key: 'score',
            align: 'right',
            render: (_, print) => <Score value={print.score} label={print.label} />,
          },
        ]}
      />
    </section>
  );
}
