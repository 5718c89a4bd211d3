import type { AlertNotification } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { notificationsQuery } from '../../api/alert-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useAlertAction } from './use-alert-action.js';

/** What was sent, and what could not be. */
export function DeliveryPanel({ editor }: { editor: boolean }) {
  const { t } = useTranslation();
  const notifications = useQuery(notificationsQuery()).data ?? [];
  if (notifications.length === 0) return <p className="meta">{t('alerts.noDeliveries')}</p>;
  return (
    <>
      {notifications.map((notification) => (
        <DeliveryRow key={notification.id} notification={notification} editor={editor} />
      ))}
    </>
  );
}

const marks = { waiting: '…', delivered: '✓', dead: '✕' } as const;

export function DeliveryRow({ notification, editor }: { notification: AlertNotification; editor: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const action = useAlertAction();
  const { id, state, subject, channelName, attempts, createdAt, reason } = notification;
  const problem = state === 'delivered' ? null : (attempts.at(-1)?.error ?? null);
  return (
    <div className={`delivery delivery-${state}`}>
      <div>
        <strong>
          <span aria-hidden>{marks[state]}</span> {t(`alerts.deliveryStates.${state}`)}
        </strong>{' '}
        · {channelName} · {t(`alerts.reasons.${reason}`)}
        <p className="meta">
          {subject} · {format.moment(createdAt)} · {t('alerts.attempts', { count: attempts.length })}
        </p>
        {problem !== null && <p className="meta delivery-problem">{problem}</p>}
      </div>
      {state === 'dead' && editor && (
        <Button
          size="small"
          loading={action.isPending}
          onClick={() => action.mutate({ path: `/notifications/${id}/resend`, said: t('alerts.resent') })}
        >
          {t('alerts.resend')}
        </Button>
      )}
    </div>
  );
}
