import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { jobsQuery } from '../../api/queries.js';

/** Saves or removes an item of the catalogue; the server re-reads history as a long job. */
export function useSaveItem(kind: 'topics' | 'entities', id: string | null, onDone: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const path = `/catalogue/${kind}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  const done = () => {
    void message.success(t('catalogue.saved'));
    void client.invalidateQueries({ queryKey: ['catalogue'] });
    void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
    onDone();
  };
  const save = useMutation({
    mutationFn: (body: unknown) => send(path, { method: id === null ? 'POST' : 'PUT', body }),
    onSuccess: done,
  });
  const remove = useMutation({ mutationFn: () => send(path, { method: 'DELETE' }), onSuccess: done });
  return { save, remove, error: save.error ?? remove.error };
}
