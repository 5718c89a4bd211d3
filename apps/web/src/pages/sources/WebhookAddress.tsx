import type { Source } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { ErrorState } from '../../states/ErrorState.js';

/** Where the sender posts, what proves that it may, and how to replace a secret that leaked. */
export function WebhookAddress({ source }: { source: Source }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = `/sources/${encodeURIComponent(source.id)}/webhook`;
  const key = ['sources', source.id, 'webhook'];
  const webhook = useQuery({ queryKey: key, queryFn: ({ signal }) => request('sourceWebhook', path, { signal }) });
  const rotate = useMutation({
    mutationFn: () => request('sourceWebhook', `${path}/rotate`, { method: 'POST' }),
    onSuccess: (renewed) => client.setQueryData(key, renewed),
  });
  if (webhook.isError) return <ErrorState error={webhook.error} retry={() => void webhook.refetch()} />;
  if (!webhook.data) return null;
  const address = `${window.location.origin}${webhook.data.path}`;
  return (
    <section className="webhook" aria-label={t('doors.webhook')}>
      <h3>{t('doors.webhook')}</h3>
      <Typography.Paragraph copyable={{ text: address }} className="trial-url">
        {address}
      </Typography.Paragraph>
      {webhook.data.proof === 'signature' && (
        <>
          <p className="meta">{t('doors.signatureHint')}</p>
          <Typography.Paragraph copyable className="trial-url">
            {webhook.data.secret}
          </Typography.Paragraph>
        </>
      )}
      <Popconfirm title={t('doors.rotateConfirm')} okText={t('doors.rotate')} onConfirm={() => rotate.mutate()}>
        <Button size="small" loading={rotate.isPending}>
          {t('doors.rotate')}
        </Button>
      </Popconfirm>
    </section>
  );
}
