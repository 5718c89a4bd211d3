import { useTranslation } from 'react-i18next';
import { useLiveState, useShowNew } from './use-live.js';

/** Nothing jumps: new readings announce themselves and wait for a click. */
export function NewArticlesPill() {
  const { t } = useTranslation();
  const { newArticles } = useLiveState();
  const show = useShowNew();
  return (
    <div className="pill-place" aria-live="polite">
      {newArticles > 0 && (
        <button type="button" className="pill" onClick={show}>
          {t('shell.newArticles', { count: newArticles })} · {t('shell.newArticlesShow')}
        </button>
      )}
    </div>
  );
}
