import type { AlertRuleChange } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';

const marks = { create: '+', change: '~', remove: '−', unchanged: '=' } as const;

/** What a file changes: rule by rule, field by field, before and after. */
export function RulesFileChanges({ changes }: { changes: readonly AlertRuleChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p role="status">{t('alertRules.unchanged')}</p>;
  return (
    <ul className="rules-changes" role="status">
      {changes.map(({ kind, id, name, fields }) => (
        <li key={id ?? name} className={`rules-change-${kind}`}>
          <strong>
            <span aria-hidden>{marks[kind]}</span> {t(`alertRules.kinds.${kind}`)}: {name}
          </strong>
          {kind === 'change' && (
            <dl>
              {fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <del>{before ?? t('alertRules.usual')}</del> → <ins>{after ?? t('alertRules.usual')}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
