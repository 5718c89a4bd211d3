import type { StoryQuery } from '@timbre/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { storiesQuery } from '../../api/coverage-queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { emptyFilter } from '../../filter/filter-state.js';
import { useFilter } from '../../filter/use-filter.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { StoryRow } from './StoryRow.js';
import '../articles/articles.css';
import './stories.css';

type Order = StoryQuery['order'];

/** Texts that several sources carried, the most printed or the newest first. */
export default function StoriesPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const [search, setSearch] = useSearchParams();
  const order: Order = search.get('order') === 'newest' ? 'newest' : 'size';
  const parameters = useMemo(() => used.parameters && { ...used.parameters, order }, [used.parameters, order]);
  const stories = useInfiniteQuery(storiesQuery(parameters));
  const rows = stories.data?.pages.flatMap((page) => page.items) ?? [];
  const setOrder = (next: Order) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (next === 'size') after.delete('order');
      else after.set('order', next);
      return after;
    });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('stories.title')}</h1>
          <p>{t('stories.hint')}</p>
        </div>
      </div>
      <FilterBar used={used}>
        <Segmented<Order>
          aria-label={t('stories.order')}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'size', label: t('stories.orders.size') },
            { value: 'newest', label: t('stories.orders.newest') },
          ]}
        />
      </FilterBar>
      {stories.isError && <ErrorState error={stories.error} retry={() => void stories.refetch()} />}
      {stories.isPending && !stories.isError && <PageSkeleton tiles={0} blocks={3} />}
      {stories.isSuccess && rows.length === 0 && (
        <EmptyState title={t('stories.none')} hint={t('stories.noneHint')}>
          <Button onClick={() => used.change({ ...emptyFilter, range: 'all' })}>{t('states.clearFilters')}</Button>
        </EmptyState>
      )}
      <ol className="article-rows" aria-busy={stories.isFetching}>
        {rows.map((row) => (
          <StoryRow key={row.id} story={row} filter={used.filter} />
        ))}
      </ol>
      {stories.hasNextPage && (
        <div className="article-more">
          <Button loading={stories.isFetchingNextPage} onClick={() => void stories.fetchNextPage()}>
            {t('articles.more')}
          </Button>
        </div>
      )}
    </>
  );
}
