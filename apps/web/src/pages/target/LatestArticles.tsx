import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { articlesQuery } from '../../api/queries.js';
import { filterSearch } from '../../filter/filter-url.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { ArticleRow } from '../articles/ArticleRow.js';

const SHOWN = 8;

export function LatestArticles({ target, used }: { target: string; used: UsedFilter }) {
  const { t } = useTranslation();
  const parameters = useMemo(
    () => used.parameters && { ...used.parameters, targets: target === 'all' ? [] : [target] },
    [used.parameters, target],
  );
  const articles = useInfiniteQuery(articlesQuery(parameters, SHOWN));
  const rows = articles.data?.pages[0]?.items ?? [];
  const all = `/articles${filterSearch({ ...used.filter, targets: target === 'all' ? [] : [target] })}`;
  return (
    <section className="card" aria-label={t('coverage.latest')}>
      <div className="card-head">
        <h2>{t('coverage.latest')}</h2>
        <Link to={all}>{t('coverage.allArticles')}</Link>
      </div>
      <ol className="article-rows">
        {rows.map((row) => (
          <ArticleRow key={row.id} article={row} target={target} />
        ))}
      </ol>
    </section>
  );
}
