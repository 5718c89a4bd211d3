import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { send } from '../../api/client.js';
import { COVERAGE, jobsQuery } from '../../api/queries.js';

/** Starts and cancels previews and re-readings. */
export function useReread() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const options = {
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: jobsQuery().queryKey }),
        client.invalidateQueries({ queryKey: [COVERAGE, 'analysis'] }),
      ]),
    onError: (error: Error) => void message.error(error.message),
  };
  return {
    start: useMutation({
      mutationFn: ({ path, body }: { path: '/quality/preview' | '/quality/reread'; body: object }) =>
        send(path, { method: 'POST', body }),
      ...options,
    }),
    cancel: useMutation({
      mutationFn: (id: string) => send(`/jobs/${encodeURIComponent(id)}/cancel`, { method: 'POST' }),
      ...options,
    }),
  };
}
