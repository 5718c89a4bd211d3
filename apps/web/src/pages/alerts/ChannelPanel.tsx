import type { AlertChannel } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Switch } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertChannelsQuery, ALERTS } from '../../api/alert-queries.js';
import { request } from '../../api/client.js';
import { EmptyState } from '../../states/EmptyState.js';
import { useAlertAction } from './use-alert-action.js';
import { lengthText } from './use-alert-format.js';

const ChannelEditor = lazy(() => import('./ChannelEditor.js'));

/** Where alerts are told. */
export function ChannelPanel({ editor }: { editor: boolean }) {
  const { t } = useTranslation();
  const channels = useQuery(alertChannelsQuery()).data;
  const [edited, setEdited] = useState<AlertChannel | 'new' | null>(null);
  return (
    <>
      {editor && (
        <p>
          <Button onClick={() => setEdited('new')}>{t('alerts.addChannel')}</Button>
        </p>
      )}
      {channels?.length === 0 && <EmptyState title={t('alerts.noChannels')} hint={t('alerts.noChannelsHint')} />}
      {channels?.map((channel) => (
        <ChannelRow
          key={channel.id}
          channel={channel}
          channels={channels}
          editor={editor}
          onEdit={() => setEdited(channel)}
        />
      ))}
      <Suspense fallback={null}>
        {edited !== null && (
          <ChannelEditor
            channel={edited === 'new' ? null : edited}
            others={(channels ?? []).filter((other) => edited === 'new' || other.id !== edited.id)}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </>
  );
}

interface RowProps {
  channel: AlertChannel;
  channels: readonly AlertChannel[];
  editor: boolean;
  onEdit: () => void;
}

function ChannelRow({ channel, channels, editor, onEdit }: RowProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const action = useAlertAction();
  const { id, host, hasSecret: _sealed, chat, ...rest } = channel;
  const test = useMutation({
    mutationFn: () => request('notification', `/alert-channels/${id}/test`, { method: 'POST' }),
    onSuccess: ({ state, attempts }) => {
      void client.invalidateQueries({ queryKey: [ALERTS] });
      if (state === 'delivered') void message.success(t('alerts.testSent'));
      else void message.error(t('alerts.testFailed', { reason: attempts.at(-1)?.error ?? '' }));
    },
    onError: (error) => void message.error(error.message),
  });
  const next = channel.escalation && {
    after: channel.escalation.after,
    name: channels.find((other) => other.id === channel.escalation?.to)?.name ?? '–',
  };
  const change = (enabled: boolean) => {
    const { id: _id, ...body } = { ...rest, id, enabled, ...(chat === null ? {} : { chat }) };
    action.mutate({ path: `/alert-channels/${id}`, method: 'PUT', body });
  };
  return (
    <div className="delivery">
      <div>
        <strong>{channel.name}</strong>
        <p className="meta">
          {t(`alerts.channelKinds.${channel.kind}`)}
          {channel.to.length > 0 && ` · ${channel.to.join(', ')}`}
          {host !== null && ` · ${host}`}
          {next && ` · ${t('alertRules.escalates', { after: lengthText(next.after), name: next.name })}`}
        </p>
      </div>
      {editor && (
        <div className="alert-tools">
          <Switch
            size="small"
            aria-label={`${t('alerts.enabled')}: ${channel.name}`}
            checked={channel.enabled}
            onChange={change}
          />
          <Button size="small" onClick={onEdit}>
            {t('alertRules.edit')}
          </Button>
          <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
            {t('alerts.test')}
          </Button>
          <Popconfirm
            title={t('alerts.remove')}
            okText={t('alerts.remove')}
            onConfirm={() =>
              action.mutate({ path: `/alert-channels/${id}`, method: 'DELETE', said: t('alerts.removed') })
            }
          >
            <Button size="small" type="text">
              {t('alerts.remove')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </div>
  );
}
