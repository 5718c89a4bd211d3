import type { BreakdownDimension, ImportError } from '@timbre/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CoverageParameters } from '../filter/use-filter.js';
import { request } from './client.js';
import { COVERAGE } from './queries.js';

/** One line per target of the filter. */
export const seriesQuery = (query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'series', query],
    queryFn: ({ signal }) => request('series', '/coverage/series', { query: query ?? {}, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const breakdownQuery = (by: BreakdownDimension, query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'breakdown', by, query],
    queryFn: ({ signal }) => request('breakdown', '/coverage/breakdown', { query: { ...query, by }, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

const LINES = 100;

/** Rejected lines of an import, by line number. */
export const importErrorsQuery = (importId: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', importId, 'errors'],
    queryFn: ({ signal, pageParam }) =>
      request('importErrors', `/imports/${encodeURIComponent(importId)}/errors`, {
        query: { after: pageParam, limit: LINES },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page: readonly ImportError[]) => (page.length < LINES ? null : (page.at(-1)?.line ?? null)),
  });
