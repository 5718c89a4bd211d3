import type { Estimate, LabelQuality } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import '../tiles.css';
import { useShareInterval } from './use-share-interval.js';

/** Accuracy, agreement, κ and how many judgements they rest on. */
export function QualityTiles({ labels }: { labels: LabelQuality }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="tiles">
      <ShareTile name={t('quality.accuracy')} hint={t('quality.accuracyHint')} share={labels.accuracy} />
      <ShareTile name={t('quality.agreement')} hint={t('quality.agreementHint')} share={labels.agreement} />
      <div className="tile" title={t('quality.kappaHint')}>
        <h2>{t('quality.kappa')}</h2>
        <span className="score score-large">
          {labels.kappa === null ? '–' : format.score(labels.kappa).replace('+', '')}
        </span>
      </div>
      <div className="tile">
        <h2>{t('quality.judged')}</h2>
        <span className="score score-large">{format.count(labels.agreement.n)}</span>
      </div>
      <p className="tiles-note">{t('quality.caution')}</p>
    </div>
  );
}

function ShareTile({ name, hint, share }: { name: string; hint: string; share: Estimate }) {
  const format = useFormat();
  const interval = useShareInterval();
  return (
    <div className="tile" title={hint}>
      <h2>{name}</h2>
      <span className="score score-large">{share.value === null ? '–' : format.share(share.value)}</span>
      <p>{interval(share)}</p>
    </div>
  );
}
