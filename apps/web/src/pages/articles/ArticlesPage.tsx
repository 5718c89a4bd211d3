import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { articlesQuery } from '../../api/queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { emptyFilter } from '../../filter/filter-state.js';
import { useFilter, type CoverageParameters } from '../../filter/use-filter.js';
import { useFormat } from '../../format/use-format.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { ArticleRow } from './ArticleRow.js';
import { ExportMenu } from './ExportMenu.js';
import { ToneFacet } from './ToneFacet.js';
import './articles.css';

/** Search with facets; pages are fetched by key, so that new articles do not shift them. */
export default function ArticlesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const used = useFilter();
  const [search, setSearch] = useSearchParams();
  const words = search.get('q') ?? '';
  const story = search.get('story') ?? '';
  const parameters = useMemo<CoverageParameters | null>(
    () => used.parameters && { ...used.parameters, q: words, story },
    [used.parameters, words, story],
  );
  const articles = useInfiniteQuery(articlesQuery(parameters));
  const rows = articles.data?.pages.flatMap((page) => page.items) ?? [];
  const total = articles.data?.pages[0]?.total ?? null;
  const setParameter = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const target = used.filter.targets[0];
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('articles.title')}</h1>
          <p>
            {total === null
              ? '\u00A0'
              : t('articles.total', { count: total }).replace(String(total), format.count(total))}
          </p>
        </div>
        <Input.Search
          key={words}
          className="article-search"
          defaultValue={words}
          allowClear
          placeholder={t('articles.search')}
          title={t('articles.searchHint')}
          aria-label={t('articles.search')}
          onSearch={(value) => setParameter('q', value.trim())}
        />
      </div>
      <FilterBar used={used}>
        <ToneFacet value={used.filter.labels} onChange={(labels) => used.change({ labels })} />
        <ExportMenu parameters={parameters} />
        {story !== '' && (
          <Button onClick={() => setParameter('story', '')}>
            {t('articles.story')} · {t('articles.clearStory')}
          </Button>
        )}
      </FilterBar>
      {articles.isError && <ErrorState error={articles.error} retry={() => void articles.refetch()} />}
      {articles.isPending && !articles.isError && <PageSkeleton tiles={0} blocks={3} />}
      {articles.isSuccess && rows.length === 0 && (
        <EmptyState title={t('articles.none')} hint={t('articles.noneHint')}>
          <Button onClick={() => used.change({ ...emptyFilter, range: 'all' })}>{t('states.clearFilters')}</Button>
          <Link to="/missing">{t('missing.link')}</Link>
        </EmptyState>
      )}
      <ol className="article-rows" aria-busy={articles.isFetching}>
        {rows.map((row) => (
          <ArticleRow key={row.id} article={row} target={target} />
        ))}
      </ol>
      {articles.hasNextPage && (
        <div className="article-more">
          <Button loading={articles.isFetchingNextPage} onClick={() => void articles.fetchNextPage()}>
            {t('articles.more')}
          </Button>
        </div>
      )}
      {articles.isSuccess && rows.length > 0 && !articles.hasNextPage && (
        <p className="article-more meta">{t('articles.end')}</p>
      )}
    </>
  );
}
