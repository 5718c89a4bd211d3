import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.js';
import { sessionQuery } from '../api/queries.js';

/** Faults that pass are tried again; refusals are not. A session that ended sends to the login, which leads back here. */
export function createQueryClient(): QueryClient {
  const onEnd = (error: Error) => {
    if (error instanceof ApiError && error.signedOut)
      client.setQueryData(sessionQuery().queryKey, { user: null, setupNeeded: false });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== 'session') onEnd(error);
      },
    }),
    mutationCache: new MutationCache({ onError: onEnd }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      },
    },
  });
  return client;
}
