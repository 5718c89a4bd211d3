import type { Correction } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { rejectedStatements } from './statement-correction.js';
import { UndoJudgement } from './UndoJudgement.js';

/** Quotes and forecasts that a person said are none; they are no longer shown or counted. */
export function RejectedStatements({
  articleId,
  corrections,
}: {
  articleId: string;
  corrections: readonly Correction[];
}) {
  const { t } = useTranslation();
  const rejected = rejectedStatements(corrections);
  if (rejected.length === 0) return null;
  return (
    <section>
      <h2>{t('judging.rejected')}</h2>
      <ul className="panel-list">
        {rejected.map((one) => (
          <li key={one.id}>
            <span className="meta">{t(`judging.no.${one.kind}`, { name: one.by })}</span>
            <blockquote>{one.words}</blockquote>
            <UndoJudgement articleId={articleId} correctionId={one.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
