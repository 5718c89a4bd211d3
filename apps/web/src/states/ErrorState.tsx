import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.js';
import './states.css';

/** What went wrong, how to go on, and the number under which the server's log knows it. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const api = error instanceof ApiError ? error : null;
  const reason =
    api?.status === 0
      ? t('states.unreachable')
      : api?.status === 403
        ? t('states.forbidden')
        : api?.status === 404
          ? t('states.notFound')
          : (api?.message ?? (error instanceof Error ? error.message : ''));
  return (
    <div className="state" role="alert">
      <h2>{t('states.failed')}</h2>
      <p>{reason}</p>
      {retry && (
        <Button onClick={retry} type="primary">
          {t('states.retry')}
        </Button>
      )}
      {api?.requestId && <p className="state-detail">{t('states.requestId', { id: api.requestId })}</p>}
    </div>
  );
}
