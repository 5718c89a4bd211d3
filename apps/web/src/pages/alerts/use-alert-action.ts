import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ALERTS } from '../../api/alert-queries.js';
import { send } from '../../api/client.js';

interface Action {
  path: string;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Said when it worked. */
  said?: string;
}

/** One deed on rules, alerts, channels or silences; lists refresh, and what fails is said. */
export function useAlertAction(onDone?: () => void) {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: Action) => send(path, { method, body }),
    onSuccess: (_, { said }) => {
      if (said !== undefined) void message.success(said);
      void client.invalidateQueries({ queryKey: [ALERTS] });
      onDone?.();
    },
    onError: (error) => void message.error(error.message),
  });
}
