import { useTranslation } from 'react-i18next';
import './states.css';

/** The shape of what comes: a row of tiles, a wide chart, rows. */
export function PageSkeleton({ tiles = 4, blocks = 2 }: { tiles?: number; blocks?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('states.loading')}>
      <div className="skeleton-line skeleton-title" />
      {tiles > 0 && (
        <div className="skeleton-tiles">
          {Array.from({ length: tiles }, (_, index) => (
            <div key={index} className="skeleton-box skeleton-tile" />
          ))}
        </div>
      )}
      {Array.from({ length: blocks }, (_, index) => (
        <div key={index} className="skeleton-box skeleton-block" />
      ))}
    </div>
  );
}
