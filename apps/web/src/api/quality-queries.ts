import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { COVERAGE } from './queries.js';

/** Stale with coverage: every judgement and every reading changes it. */
export const qualityQuery = (language: string) =>
  queryOptions({
    queryKey: [COVERAGE, 'quality', language],
    queryFn: ({ signal }) => request('quality', '/quality', { headers: { 'accept-language': language }, signal }),
  });

/** What reads articles now and what of the past another version read. */
export const analysisQuery = () =>
  queryOptions({
    queryKey: [COVERAGE, 'analysis'],
    queryFn: ({ signal }) => request('analysis', '/quality/analysis', { signal }),
  });
