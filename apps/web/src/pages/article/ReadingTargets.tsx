import type { Reading } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useTargetName } from '../../format/use-target-name.js';
import { targetKey } from './text-marks.js';

interface Props {
  reading: Reading;
  target: string | null;
  onTarget: (target: string | null) => void;
}

/** How each target comes off; choosing one marks its evidence in the text. */
export function ReadingTargets({ reading, target, onTarget }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTargetName();
  const chosen = reading.targets.find((item) => targetKey(item) === target);
  return (
    <section>
      <h2>{t('articles.target')}</h2>
      <ul className="target-list">
        {reading.targets.map((item) => {
          const key = targetKey(item);
          return (
            <li key={key}>
              <button type="button" aria-pressed={key === target} onClick={() => onTarget(key)}>
                <span>{nameOf(key, item.name)}</span>
                <Score value={item.score} label={item.label} />
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" aria-pressed={target === null} onClick={() => onTarget(null)}>
            <span>{t('articles.document')}</span>
            <Score value={reading.document.score} label={reading.document.label} />
          </button>
        </li>
      </ul>
      {chosen && (
        <>
          <p className="meta" title={t('articles.confidenceHint')}>
            {t('articles.confidence', { value: format.share(chosen.confidence) })}
          </p>
          {chosen.evidence.length === 0 && <p className="meta">{t('articles.evidenceNone')}</p>}
          {chosen.aspects.length > 0 && (
            <>
              <h3>{t('articles.aspects')}</h3>
              <ul className="panel-list">
                {chosen.aspects.map((item) => (
                  <li key={item.aspect} className="panel-row">
                    <span>{t(`coverage.aspect.${item.aspect}`)}</span>
                    <Score value={item.score} label={item.label} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
