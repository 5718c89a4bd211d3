import type { ReactNode } from 'react';

interface Props {
  label: string;
  hint?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}

export function RuleField({ label, hint, wide = false, children }: Props) {
  return (
    <label className={wide ? 'rule-field wide' : 'rule-field'}>
      <span>{label}</span>
      {children}
      {hint !== undefined && <span className="meta">{hint}</span>}
    </label>
  );
}
