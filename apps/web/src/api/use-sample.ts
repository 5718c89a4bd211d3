import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './client.js';
import { COVERAGE, jobsQuery } from './queries.js';

/** Loads or removes sample coverage; both are long jobs. */
export function useSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: 'load' | 'remove') => request('job', '/sample', { method: what === 'load' ? 'POST' : 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
      void client.invalidateQueries({ queryKey: ['sources'] });
      void client.invalidateQueries({ queryKey: [COVERAGE, 'extent'] });
    },
  });
}
