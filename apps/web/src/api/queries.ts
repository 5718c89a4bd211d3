import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CoverageParameters } from '../filter/use-filter.js';
import { request } from './client.js';

/** Answers that live events make stale carry this first key. */
export const COVERAGE = 'coverage';

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => request('session', '/session', { signal }),
    staleTime: 300_000,
  });

export const extentQuery = () =>
  queryOptions({
    queryKey: [COVERAGE, 'extent'],
    queryFn: ({ signal }) => request('extent', '/coverage/extent', { signal }),
    staleTime: 60_000,
  });

export const overviewQuery = (query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'overview', query],
    queryFn: ({ signal }) => request('overview', '/coverage/overview', { query: query ?? {}, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const targetQuery = (target: string, query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'target', target, query],
    queryFn: ({ signal }) =>
      request('target', `/coverage/targets/${encodeURIComponent(target)}`, { query: query ?? {}, signal }),
    enabled: query !== null,
    placeholderData: (before, beforeQuery) => (beforeQuery?.queryKey[2] === target ? before : undefined),
  });

export const articlesQuery = (query: CoverageParameters | null, limit = 30) =>
  infiniteQueryOptions({
    queryKey: [COVERAGE, 'articles', query, limit],
    queryFn: ({ signal, pageParam }) =>
      request('articlePage', '/articles', {
        query: { ...query, limit, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: [COVERAGE, 'article', id],
    queryFn: ({ signal }) => request('article', `/articles/${encodeURIComponent(id)}`, { signal }),
  });

export const forecastsQuery = (subject: string | null, query: CoverageParameters | null) =>
  queryOptions({
    queryKey: [COVERAGE, 'forecasts', subject, query],
    queryFn: ({ signal }) =>
      request('forecasts', '/forecasts', { query: { ...query, ...(subject ? { subject } : {}) }, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const entitiesQuery = () =>
  queryOptions({
    queryKey: ['catalogue', 'entities'],
    queryFn: ({ signal }) => request('entities', '/catalogue/entities', { signal }),
    staleTime: 300_000,
  });

export const topicsQuery = () =>
  queryOptions({
    queryKey: ['catalogue', 'topics'],
    queryFn: ({ signal }) => request('topics', '/catalogue/topics', { signal }),
    staleTime: 300_000,
  });

export const sourcesQuery = () =>
  queryOptions({
    queryKey: ['sources'],
    queryFn: ({ signal }) => request('sources', '/sources', { signal }),
    staleTime: 30_000,
  });

export const presetsQuery = () =>
  queryOptions({
    queryKey: ['sources', 'presets'],
    queryFn: ({ signal }) => request('presets', '/sources/presets', { signal }),
  });

export const jobsQuery = () =>
  queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => request('jobs', '/jobs', { signal }),
    staleTime: 5_000,
  });

export const usersQuery = () =>
  queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => request('users', '/users', { signal }),
  });

export const tokensQuery = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => request('tokens', '/tokens', { signal }),
  });

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => request('settings', '/settings', { signal }),
  });
