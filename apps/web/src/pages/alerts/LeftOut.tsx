import type { AlertLeftOut } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';

/** What a rule's cap leaves out, so that nobody takes it for quiet. */
export function LeftOut({ leftOut }: { leftOut: AlertLeftOut }) {
  const { t } = useTranslation();
  if (leftOut.count === 0) return null;
  return (
    <p className="meta">
      {t('alertRules.leftOut', { count: leftOut.count, names: leftOut.names.slice(0, 3).join(', ') })}
    </p>
  );
}
