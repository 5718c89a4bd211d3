import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';

/** Why an address is missing; asks nothing while it is empty. Fetching a page takes seconds, so it is not repeated. */
export const missingTraceQuery = (url: string, topic?: string) =>
  queryOptions({
    queryKey: ['missing', url, topic],
    queryFn: ({ signal }) => request('missingTrace', '/coverage/missing', { query: { url, topic }, signal }),
    enabled: url !== '',
    staleTime: 30_000,
    retry: false,
  });
