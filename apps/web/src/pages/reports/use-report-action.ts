import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { send } from '../../api/client.js';
import { REPORTS } from '../../api/report-queries.js';

interface Action {
  path: string;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Said when it worked. */
  said?: string;
}

/** One deed on reports or schedules; lists refresh, and what fails is said. */
export function useReportAction() {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: Action) => send(path, { method, body }),
    onSuccess: (_, { said }) => {
      if (said !== undefined) void message.success(said);
      void client.invalidateQueries({ queryKey: [REPORTS] });
    },
    onError: (error) => void message.error(error.message),
  });
}
