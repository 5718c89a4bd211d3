import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/use-session.js';
import { useJudgement } from './use-judgement.js';

/** Takes a judgement back, for those who may judge; nothing for the others. */
export function UndoJudgement({ articleId, correctionId }: { articleId: string; correctionId: string }) {
  const { t } = useTranslation();
  const allowed = useMay('analyst');
  const judgement = useJudgement(articleId);
  if (!allowed) return null;
  return (
    <Button
      size="small"
      type="text"
      loading={judgement.isPending}
      onClick={() => judgement.mutate({ undo: correctionId })}
    >
      {t('quality.undo')}
    </Button>
  );
}
