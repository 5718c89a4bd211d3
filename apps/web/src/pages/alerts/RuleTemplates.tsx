import type { AlertRuleInput } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { ruleTemplates } from './rule-templates.js';

const names = Object.keys(ruleTemplates) as (keyof typeof ruleTemplates)[];

/** Ready-made rules for a new one to begin with. */
export function RuleTemplates({ onChoose }: { onChoose: (rule: AlertRuleInput) => void }) {
  const { t } = useTranslation();
  return (
    <section className="rule-templates" aria-label={t('alertRules.templates.title')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => onChoose({ ...ruleTemplates[name], name: t(`alertRules.templates.${name}.name`) })}
        >
          <strong>{t(`alertRules.templates.${name}.name`)}</strong>
          <span className="meta">{t(`alertRules.templates.${name}.about`)}</span>
        </button>
      ))}
    </section>
  );
}
