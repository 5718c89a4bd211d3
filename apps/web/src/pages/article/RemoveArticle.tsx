import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../api/client.js';
import { COVERAGE } from '../../api/queries.js';
import { useMay } from '../../session/use-session.js';

/** Takedown, for administrators. It says that it cannot be undone. */
export function RemoveArticle({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const allowed = useMay('admin');
  const remove = useMutation({
    mutationFn: () => send(`/articles/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => {
      void message.success(t('articles.removed'));
      void client.invalidateQueries({ queryKey: [COVERAGE] });
      void navigate('/articles');
    },
    onError: (error) => void message.error(error.message),
  });
  if (!allowed) return null;
  return (
    <Popconfirm title={t('articles.removeConfirm')} onConfirm={() => remove.mutate()} okText={t('articles.remove')}>
      <Button size="small" type="text" loading={remove.isPending}>
        {t('articles.remove')}
      </Button>
    </Popconfirm>
  );
}
