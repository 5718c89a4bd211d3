import {
  alertCondition,
  type AlertRule,
  type AlertRuleInput,
  alertSeries,
  alertSeverity,
  noDataPolicy,
} from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, InputNumber, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { alertChannelsQuery } from '../../api/alert-queries.js';
import { TargetSelect } from '../../filter/TargetSelect.js';
import { usePreferences } from '../../preferences/preferences.js';
import { useUser } from '../../session/use-session.js';
import { draftOf, ruleOf, type RuleDraft, usualThresholds } from './rule-draft.js';
import { RuleField } from './RuleField.js';
import { RuleQuietWhile, RuleReach } from './RuleReach.js';
import { RuleSeriesList } from './RuleSeriesList.js';
import { RuleSimulation } from './RuleSimulation.js';
import { RuleTemplates } from './RuleTemplates.js';
import { useAlertAction } from './use-alert-action.js';
import { lengthText } from './use-alert-format.js';

interface Props {
  rule: AlertRule | null;
  rules: readonly AlertRule[];
  editor: boolean;
  onClose: () => void;
}

const kinds = alertCondition.options.map((option) => option.shape.kind.value);
const lengths = ['window', 'for', 'keep', 'cooldown', 'interval'] as const;
const minimums = ['minimumN', 'minimumStories', 'minimumOutlets'] as const;

/** A rule, and beside it what it would have done. */
export default function RuleEditor({ rule, rules, editor, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = usePreferences();
  const channels = useQuery(alertChannelsQuery()).data ?? [];
  const owner = useUser().name;
  // "Set an alert here" on a chart names its subject.
  const about = useSearchParams()[0].get('target');
  // A template holds more than the form shows.
  const [base, setBase] = useState<AlertRuleInput | null>(rule);
  const [draft, setDraft] = useState(() => ({
    ...draftOf(rule, lengthText),
    ...(rule === null ? { owner, ...(about === null ? {} : { targets: [about] }) } : {}),
  }));
  const action = useAlertAction(onClose);
  const set = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const meant = ruleOf(draft, base, timeZone);
  const begin = (template: AlertRuleInput) => {
    setBase(template);
    setDraft((before) => ({ ...draftOf(template, lengthText), owner, recipients: before.recipients }));
  };
  const number = (field: 'threshold' | 'low' | 'high' | (typeof minimums)[number]) => (
    <InputNumber
      value={draft[field]}
      step={field.startsWith('minimum') ? 1 : 0.05}
      aria-label={t(`alerts.${field}`)}
      onChange={(value) => value !== null && set({ [field]: value })}
    />
  );
  const save = () =>
    action.mutate({
      path: rule === null ? '/alert-rules' : `/alert-rules/${rule.id}`,
      method: rule === null ? 'POST' : 'PUT',
      body: meant,
      said: t('alerts.saved'),
    });
  const band = draft.kind === 'outside' || draft.kind === 'inside';
  return (
    <Drawer
      open
      size={760}
      title={rule?.name ?? t('alerts.addRule')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        editor && (
          <div className="alert-tools">
            <Button
              type="primary"
              disabled={meant === null || draft.name.trim() === ''}
              loading={action.isPending}
              onClick={save}
            >
              {t('alerts.save')}
            </Button>
            <Button onClick={onClose}>{t('alerts.cancel')}</Button>
            {rule && (
              <Popconfirm
                title={t('alerts.removeRule')}
                okText={t('alerts.remove')}
                onConfirm={() =>
                  action.mutate({ path: `/alert-rules/${rule.id}`, method: 'DELETE', said: t('alerts.removed') })
                }
              >
                <Button type="text">{t('alerts.remove')}</Button>
              </Popconfirm>
            )}
          </div>
        )
      }
    >
      {rule === null && <RuleTemplates onChoose={begin} />}
      <div className="rule-form">
        <RuleField label={t('alerts.name')} wide>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
        </RuleField>
        <RuleField label={t('alerts.about')} hint={t('alerts.aboutHint')} wide>
          <TargetSelect value={draft.targets} onChange={(targets) => set({ targets })} />
        </RuleField>
        <RuleField label={t('alerts.series')}>
          <Select
            value={draft.series}
            onChange={(series) => set({ series, threshold: usualThresholds[series] })}
            options={alertSeries.options.map((value) => ({ value, label: t(`alerts.seriesNames.${value}`) }))}
          />
        </RuleField>
        <RuleField label={t('alerts.condition')}>
          <Select
            value={draft.kind}
            onChange={(kind) => set({ kind, ...(kind === 'anomaly' || kind === 'drift' ? { threshold: 3 } : {}) })}
            options={kinds.map((value) => ({ value, label: t(`alerts.conditions.${value}`) }))}
          />
        </RuleField>
        {band ? (
          <>
            <RuleField label={t('alerts.low')}>{number('low')}</RuleField>
            <RuleField label={t('alerts.high')}>{number('high')}</RuleField>
          </>
        ) : (
          <RuleField label={t('alerts.threshold')}>{number('threshold')}</RuleField>
        )}
        <RuleReach draft={draft} set={set} />
        {lengths.map((name) => {
          const field = name === 'keep' ? 'keepFiringFor' : name;
          return (
            <RuleField
              key={name}
              label={t(`alerts.${name}`)}
              hint={name === 'window' ? t('alerts.windowHint') : undefined}
            >
              <Input value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} />
            </RuleField>
          );
        })}
      </div>
      <RuleSimulation rule={meant} editor={editor} onDrag={(field, value) => set({ [field]: value })} />
      {rule !== null && rule.forEach !== null && <RuleSeriesList rule={rule} />}
      <div className="rule-form">
        {minimums.map((field) => (
          <RuleField key={field} label={t(`alerts.${field}`)}>
            {number(field)}
          </RuleField>
        ))}
        <RuleField label={t('alerts.noData')}>
          <Select
            value={draft.noData}
            onChange={(noData) => set({ noData })}
            options={noDataPolicy.options.map((value) => ({ value, label: t(`alerts.noDataPolicies.${value}`) }))}
          />
        </RuleField>
        <RuleField label={t('alerts.severity')}>
          <Select
            value={draft.severity}
            onChange={(severity) => set({ severity })}
            options={alertSeverity.options.map((value) => ({ value, label: t(`alerts.severities.${value}`) }))}
          />
        </RuleField>
        <RuleField
          label={t('alerts.recipients')}
          hint={draft.recipients.length === 0 ? t('alerts.noRecipients') : undefined}
          wide
        >
          <Select
            mode="multiple"
            value={draft.recipients}
            onChange={(recipients) => set({ recipients })}
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </RuleField>
        <RuleField label={t('alertRules.owner')}>
          <Input value={draft.owner} onChange={(event) => set({ owner: event.target.value })} />
        </RuleField>
        <RuleQuietWhile draft={draft} set={set} others={rules.filter(({ id }) => id !== rule?.id)} />
        <div className="rule-quiet">
          <Checkbox checked={draft.quiet} onChange={(event) => set({ quiet: event.target.checked })}>
            {t('alerts.quiet')}
          </Checkbox>
          {draft.quiet && (
            <>
              <Input
                type="time"
                aria-label={t('alerts.low')}
                value={draft.quietFrom}
                onChange={(event) => set({ quietFrom: event.target.value })}
              />
              –
              <Input
                type="time"
                aria-label={t('alerts.high')}
                value={draft.quietTo}
                onChange={(event) => set({ quietTo: event.target.value })}
              />
              <span className="meta">{t('alerts.quietHint', { tz: timeZone })}</span>
            </>
          )}
        </div>
      </div>
    </Drawer>
  );
}
