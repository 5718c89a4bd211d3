import type { Correction } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useTargetName } from '../../format/use-target-name.js';
import { UndoJudgement } from './UndoJudgement.js';

/** Targets that the article is not about, by the judgement of a person; they are no longer among the targets. */
export function Unrelated({ articleId, corrections }: { articleId: string; corrections: readonly Correction[] }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const unrelated = corrections.filter((one) => one.kind === 'mention' && one.value.label === 'unrelated');
  if (unrelated.length === 0) return null;
  return (
    <>
      <h3>{t('quality.notCounted')}</h3>
      <ul className="panel-list">
        {unrelated.map((one) => (
          <li key={one.id} className="panel-row">
            <span>{nameOf(one.key, one.key.slice(one.key.indexOf(':') + 1))}</span>
            <UndoJudgement articleId={articleId} correctionId={one.id} />
          </li>
        ))}
      </ul>
    </>
  );
}
