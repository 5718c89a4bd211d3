import type { Correction } from '@timbre/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/use-session.js';
import { rejectedStatements } from './statement-correction.js';
import { useJudgement } from './use-judgement.js';

/** Quotes and forecasts that a person said are none; they are no longer shown or counted. */
export function RejectedStatements({
  articleId,
  corrections,
}: {
  articleId: string;
  corrections: readonly Correction[];
}) {
  const { t } = useTranslation();
  const allowed = useMay('analyst');
  const judgement = useJudgement(articleId);
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
            {allowed && (
              <Button
                size="small"
                type="text"
                loading={judgement.isPending}
                onClick={() => judgement.mutate({ undo: one.id })}
              >
                {t('quality.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
