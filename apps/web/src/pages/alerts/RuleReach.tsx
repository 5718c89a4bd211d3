import { alertForEach, type AlertRule } from '@timbre/contracts';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleDraft } from './rule-draft.js';
import { RuleField } from './RuleField.js';

interface Props {
  draft: RuleDraft;
  set: (part: Partial<RuleDraft>) => void;
}

const kinds = ['none', ...alertForEach.shape.by.options] as const;

/** Whether the rule watches everything together or each outlet, topic, entity or language on its own. */
export function RuleReach({ draft, set }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <RuleField label={t('alertRules.forEach')}>
        <Select
          value={draft.forEach}
          onChange={(forEach) => set({ forEach })}
          options={kinds.map((value) => ({ value, label: t(`alertRules.forEachKinds.${value}`) }))}
        />
      </RuleField>
      {draft.forEach !== 'none' && (
        <RuleField label={t('alertRules.most')} hint={t('alertRules.mostHint')}>
          <InputNumber
            min={1}
            max={100}
            precision={0}
            value={draft.most}
            onChange={(most) => most !== null && set({ most })}
          />
        </RuleField>
      )}
    </>
  );
}

/** Other rules that make this one keep quiet while they fire. */
export function RuleQuietWhile({ draft, set, others }: Props & { others: readonly AlertRule[] }) {
  const { t } = useTranslation();
  return (
    <RuleField label={t('alertRules.quietWhile')} wide>
      <Select
        mode="multiple"
        value={draft.quietWhile}
        placeholder={t('alertRules.quietWhileNone')}
        onChange={(quietWhile) => set({ quietWhile })}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </RuleField>
  );
}
