import type { AlertRule } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertSilencesQuery } from '../../api/alert-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useAlertAction } from './use-alert-action.js';

const lengths = ['1', '8', '24', '168'] as const;

/** Times in which nobody is told; evaluation goes on. */
export function SilencePanel({ editor, rules }: { editor: boolean; rules: readonly AlertRule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const silences = useQuery(alertSilencesQuery()).data ?? [];
  const action = useAlertAction();
  const [ruleIds, setRuleIds] = useState<string[]>([]);
  const [hours, setHours] = useState<(typeof lengths)[number]>('8');
  const [comment, setComment] = useState('');
  const nameOf = new Map(rules.map(({ id, name }) => [id, name]));
  const add = () => {
    const now = Date.now();
    const range = { from: new Date(now).toISOString(), to: new Date(now + Number(hours) * 3_600_000).toISOString() };
    action.mutate({ path: '/alert-silences', body: { ruleIds, comment, ...range }, said: t('alerts.saved') });
  };
  return (
    <>
      {editor && (
        <div className="silence-form">
          <Select
            mode="multiple"
            className="silence-rules"
            aria-label={t('alerts.silenceRules')}
            placeholder={t('alerts.silenceAll')}
            value={ruleIds}
            onChange={setRuleIds}
            options={rules.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            aria-label={t('alerts.silenceFor')}
            value={hours}
            onChange={setHours}
            options={lengths.map((value) => ({ value, label: t(`alerts.silenceLengths.${value}`) }))}
          />
          <Input
            aria-label={t('alerts.silenceNote')}
            placeholder={t('alerts.silenceNote')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <Button loading={action.isPending} onClick={add}>
            {t('alerts.addSilence')}
          </Button>
        </div>
      )}
      {silences.length === 0 && <p className="meta">{t('alerts.noSilences')}</p>}
      {silences.map((silence) => {
        const over = !silence.active;
        const said = { when: format.moment(silence.to), name: silence.by };
        return (
          <div className="delivery" key={silence.id}>
            <div>
              <strong>
                {silence.ruleIds.length === 0
                  ? t('alerts.silenceAll')
                  : silence.ruleIds.map((id) => nameOf.get(id) ?? id).join(', ')}
              </strong>
              <p className="meta">
                {over ? t('alerts.silenceOver', said) : t('alerts.silenceUntil', said)}
                {silence.comment !== '' && ` · ${silence.comment}`}
              </p>
            </div>
            {editor && !over && (
              <Button
                size="small"
                onClick={() => action.mutate({ path: `/alert-silences/${silence.id}`, method: 'DELETE' })}
              >
                {t('alerts.silenceEnd')}
              </Button>
            )}
          </div>
        );
      })}
    </>
  );
}
