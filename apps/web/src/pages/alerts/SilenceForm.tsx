import type { AlertRule } from '@timbre/contracts';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TargetSelect } from '../../filter/TargetSelect.js';
import { usePreferences } from '../../preferences/preferences.js';
import { silenceOf } from './silence-of.js';
import { useAlertAction } from './use-alert-action.js';
import { useWeekdays } from './use-weekdays.js';

const lengths = ['1', '8', '24', '168'] as const;

/** A silence by rules or by what they are about: once from now, or in the same hours every week. */
export function SilenceForm({ rules }: { rules: readonly AlertRule[] }) {
  const { t } = useTranslation();
  const { timeZone } = usePreferences();
  const action = useAlertAction();
  const weekdays = useWeekdays();
  const [ruleIds, setRuleIds] = useState<string[]>([]);
  const [targets, setTargets] = useState<string[]>([]);
  const [repeat, setRepeat] = useState<'once' | 'weekly'>('once');
  const [hours, setHours] = useState<(typeof lengths)[number]>('8');
  const [days, setDays] = useState<number[]>([6, 7]);
  const [[from, to], setClock] = useState<[string, string]>(['00:00', '00:00']);
  const [comment, setComment] = useState('');
  const weekly = repeat === 'weekly' ? { days, from, to, tz: timeZone } : null;
  const add = () =>
    action.mutate({
      path: '/alert-silences',
      body: { ruleIds, targets, comment, ...silenceOf(weekly, Number(hours), Date.now()) },
      said: t('alerts.saved'),
    });
  return (
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
      <TargetSelect value={targets} onChange={setTargets} />
      <Select
        aria-label={t('alertRules.weekly')}
        value={repeat}
        onChange={setRepeat}
        options={[
          { value: 'once', label: t('alertRules.weeklyOnce') },
          { value: 'weekly', label: t('alertRules.weekly') },
        ]}
      />
      {repeat === 'once' ? (
        <Select
          aria-label={t('alerts.silenceFor')}
          value={hours}
          onChange={setHours}
          options={lengths.map((value) => ({ value, label: t(`alerts.silenceLengths.${value}`) }))}
        />
      ) : (
        <>
          <Select
            mode="multiple"
            aria-label={t('alertRules.weekly')}
            value={days}
            onChange={setDays}
            options={weekdays}
          />
          <span className="silence-clock">
            <Input
              type="time"
              aria-label={t('alertRules.from')}
              value={from}
              onChange={(event) => setClock([event.target.value, to])}
            />
            –
            <Input
              type="time"
              aria-label={t('alertRules.to')}
              value={to}
              onChange={(event) => setClock([from, event.target.value])}
            />
          </span>
        </>
      )}
      <Input
        aria-label={t('alerts.silenceNote')}
        placeholder={t('alerts.silenceNote')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <Button loading={action.isPending} disabled={repeat === 'weekly' && days.length === 0} onClick={add}>
        {t('alerts.addSilence')}
      </Button>
    </div>
  );
}
