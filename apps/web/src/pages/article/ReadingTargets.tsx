import type { Correction, Reading } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useTargetName } from '../../format/use-target-name.js';
import { JudgeLabel } from './JudgeLabel.js';
import { targetKey } from './text-marks.js';
import { Unrelated } from './Unrelated.js';

interface Props {
  reading: Reading;
  corrections: readonly Correction[];
  target: string | null;
  onTarget: (target: string | null) => void;
}

/** How each target comes off; choosing one marks its evidence in the text. */
export function ReadingTargets({ reading, corrections, target, onTarget }: Props) {
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
              <JudgeLabel
                articleId={reading.id}
                target={key}
                name={nameOf(key, item.name)}
                label={item.label}
                corrections={corrections}
              />
            </li>
          );
        })}
        <li>
          <button type="button" aria-pressed={target === null} onClick={() => onTarget(null)}>
            <span>{t('articles.document')}</span>
            <Score value={reading.document.score} label={reading.document.label} />
          </button>
          <JudgeLabel
            articleId={reading.id}
            target="all"
            name={t('articles.document')}
            label={reading.document.label}
            corrections={corrections}
          />
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
      <Unrelated articleId={reading.id} corrections={corrections} />
    </section>
  );
}
