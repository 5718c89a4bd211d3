import type { CorrectionInput } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { COVERAGE } from '../../api/queries.js';

/** A judgement to make, or the id of one to take back. */
type Judgement = CorrectionInput | { undo: string };

/** Corrects, confirms or undoes; every number of coverage is asked for again. */
export function useJudgement(articleId: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const path = `/articles/${encodeURIComponent(articleId)}/corrections`;
  return useMutation({
    mutationFn: (judgement: Judgement) =>
      'undo' in judgement
        ? send(`${path}/${encodeURIComponent(judgement.undo)}`, { method: 'DELETE' })
        : send(path, { method: 'POST', body: judgement }),
    onSuccess: (_, judgement) => {
      void message.success('undo' in judgement ? t('quality.undone') : t('quality.saved'));
      return client.invalidateQueries({ queryKey: [COVERAGE] });
    },
    onError: (error) => void message.error(error.message),
  });
}
