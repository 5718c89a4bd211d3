import { MoreOutlined } from '@ant-design/icons';
import type { Source } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { useMay } from '../../session/use-session.js';

const TakedownDialog = lazy(() => import('./TakedownDialog.js'));

export function SourceActions({ source, onEdit }: { source: Source; onEdit: () => void }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const path = `/sources/${encodeURIComponent(source.id)}`;
  const act = useMutation({
    mutationFn: (action: 'poll' | 'toggle' | 'remove') => {
      if (action === 'poll') return send(`${path}/poll`, { method: 'POST' });
      if (action === 'remove') return send(path, { method: 'DELETE' });
      return send(path, { method: 'PATCH', body: { enabled: !source.enabled } });
    },
    onSuccess: (_, action) => {
      if (action === 'poll') void message.success(t('sources.polled'));
      void client.invalidateQueries({ queryKey: ['sources'] });
    },
    onError: (error) => void message.error(error.message),
  });
  const polled = source.nextAttempt !== null || !['file', 'push', 'webhook'].includes(source.kind);
  const editable = !source.sample;
  const admin = useMay('admin');
  const [takedown, setTakedown] = useState(false);
  const confirmRemoval = () =>
    modal.confirm({
      title: t('sources.removeConfirm'),
      okText: t('sources.remove'),
      onOk: () => act.mutateAsync('remove'),
    });
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            ...(editable ? [{ key: 'edit', label: t('doors.edit'), onClick: onEdit }] : []),
            ...(polled && !source.sample
              ? [{ key: 'poll', label: t('sources.poll'), onClick: () => act.mutate('poll') }]
              : []),
            {
              key: 'toggle',
              label: source.enabled ? t('sources.pause') : t('sources.resume'),
              onClick: () => act.mutate('toggle'),
            },
            { type: 'divider' },
            { key: 'remove', label: t('sources.remove'), onClick: () => void confirmRemoval() },
            ...(admin && editable
              ? [{ key: 'takedown', danger: true, label: t('doors.takedownOpen'), onClick: () => setTakedown(true) }]
              : []),
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          loading={act.isPending}
          aria-label={`${t('shell.more')}: ${source.name}`}
        />
      </Dropdown>
      <Suspense fallback={null}>
        {takedown && <TakedownDialog outlet={source.outlet} onClose={() => setTakedown(false)} />}
      </Suspense>
    </>
  );
}
