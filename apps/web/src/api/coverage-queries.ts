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

/** First key of what people pinned to charts. */
export const ANNOTATIONS = 'annotations';

export const annotationsQuery = (from: string, to: string, target: string) =>
  queryOptions({
    queryKey: [ANNOTATIONS, from, to, target],
    queryFn: ({ signal }) => request('annotations', '/annotations', { query: { from, to, target }, signal }),
    staleTime: 60_000,
  });

/** The filter's first target as Chinese and English tell it. */
export const languagesQuery = (query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'languages', query],
    queryFn: ({ signal }) => request('languages', '/coverage/languages', { query: query ?? {}, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const storiesQuery = (query: CoverageParameters | null) =>
  infiniteQueryOptions({
    queryKey: [COVERAGE, 'stories', query],
    queryFn: ({ signal, pageParam }) =>
      request('storyPage', '/stories', {
        query: { ...query, limit: '30', ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const storyQuery = (id: string, target: string) =>
  queryOptions({
    queryKey: [COVERAGE, 'story', id, target],
    queryFn: ({ signal }) => request('story', `/stories/${encodeURIComponent(id)}`, { query: { target }, signal }),
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
