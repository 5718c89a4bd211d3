import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { extentQuery } from '../api/queries.js';
import { emptyFilter } from '../filter/filter-state.js';
import type { UsedFilter } from '../filter/use-filter.js';
import { useFormat } from '../format/use-format.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { PageSkeleton } from '../states/PageSkeleton.js';

const ThreeDoors = lazy(() => import('./overview/ThreeDoors.js'));

interface Props<Data> {
  used: UsedFilter;
  query: { data: Data | undefined; error: Error | null; isFetching: boolean; refetch: () => unknown };
  /** How many the answer counts; 0 shows why and what to do. */
  counted: (data: Data) => number;
  children: (data: Data) => ReactNode;
}

/** What every page of coverage does around its answer: shape while loading, reasons when empty, retry when broken. */
export function CoverageFrame<Data>({ used, query, counted, children }: Props<Data>) {
  const { t } = useTranslation();
  const format = useFormat();
  const extent = useQuery(extentQuery());
  const error = query.error ?? extent.error;
  if (error && query.data === undefined) {
    const retry = () => {
      void extent.refetch();
      void query.refetch();
    };
    return <ErrorState error={error} retry={retry} />;
  }
  if (extent.data?.articles === 0) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <ThreeDoors />
      </Suspense>
    );
  }
  if (query.data === undefined) return <PageSkeleton />;
  if (counted(query.data) === 0 && !query.isFetching) {
    const { first, last } = extent.data ?? { first: null, last: null };
    const hint =
      first && last
        ? t('states.nothingInRangeHint', { first: format.date(first), last: format.date(last) })
        : undefined;
    return (
      <EmptyState title={t('states.nothingInRange')} hint={hint}>
        <Button type="primary" onClick={() => used.change({ range: 'all', from: null, to: null })}>
          {t('states.showAll')}
        </Button>
        <Button onClick={() => used.change({ ...emptyFilter, range: used.filter.range })}>
          {t('states.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={query.isFetching ? 'fetching' : undefined} aria-busy={query.isFetching}>
      {children(query.data)}
    </div>
  );
}
