import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import './states.css';

/** Last resort of a page that broke while drawing; the shell around it stays usable. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <div className="state" role="alert">
      <h2>{t('states.crashed')}</h2>
      <p>{t('states.crashedHint')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('states.reload')}
      </Button>
      <p className="state-detail">{error instanceof Error ? error.message : String(error)}</p>
    </div>
  );
}
