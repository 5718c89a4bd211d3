import type { AlertRulesImport } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERTS } from '../../api/alert-queries.js';
import { apiPath, request } from '../../api/client.js';
import { RulesFileChanges } from './RulesFileChanges.js';

interface Props {
  editor: boolean;
  onClose: () => void;
}

/** Rules as YAML: taken out, or put in after a look at what that changes. */
export default function RulesFile({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [yaml, setYaml] = useState('');
  const [prune, setPrune] = useState(false);
  const [checked, setChecked] = useState<AlertRulesImport | null>(null);
  const put = useMutation({
    mutationFn: (apply: boolean) =>
      request('alertRulesImport', '/alert-rules/import', { method: 'POST', body: { yaml, prune, apply } }),
    onSuccess: (answer) => {
      setChecked(answer);
      if (!answer.applied) return;
      void message.success(t('alertRules.applied'));
      void client.invalidateQueries({ queryKey: [ALERTS] });
    },
    onError: () => setChecked(null),
  });
  const changes = checked?.changes.filter(({ kind }) => kind !== 'unchanged') ?? [];
  const edit = (parts: { yaml?: string; prune?: boolean }) => {
    if (parts.yaml !== undefined) setYaml(parts.yaml);
    if (parts.prune !== undefined) setPrune(parts.prune);
    // What was shown is not what would happen now.
    setChecked(null);
    put.reset();
  };
  return (
    <Drawer
      open
      size={640}
      title={t('alertRules.file')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <div className="rules-file">
        <p className="meta">{t('alertRules.fileHint')}</p>
        <p>
          <Button href={apiPath('/alert-rules/export')} download="timbre-alerts.yaml">
            {t('alertRules.download')}
          </Button>
        </p>
        {editor && (
          <>
            <Input.TextArea
              aria-label={t('alertRules.paste')}
              placeholder={t('alertRules.paste')}
              className="rules-yaml"
              autoSize={{ minRows: 8, maxRows: 24 }}
              spellCheck={false}
              value={yaml}
              onChange={(event) => edit({ yaml: event.target.value })}
            />
            <Checkbox checked={prune} onChange={(event) => edit({ prune: event.target.checked })}>
              {t('alertRules.prune')}
            </Checkbox>
            <div className="alert-tools">
              <Button disabled={yaml.trim() === ''} loading={put.isPending} onClick={() => put.mutate(false)}>
                {t('alertRules.check')}
              </Button>
              {checked !== null && !checked.applied && changes.length > 0 && (
                <Button type="primary" loading={put.isPending} onClick={() => put.mutate(true)}>
                  {t('alertRules.apply')}
                </Button>
              )}
            </div>
            {put.error !== null && (
              <p role="alert" className="delivery-problem">
                {put.error.message}
              </p>
            )}
            {checked !== null && <RulesFileChanges changes={changes} />}
          </>
        )}
      </div>
    </Drawer>
  );
}
