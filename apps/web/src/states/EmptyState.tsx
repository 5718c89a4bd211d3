import type { ReactNode } from 'react';
import './states.css';

/** Why there is nothing, and what to do about it. */
export function EmptyState({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className="state-actions">{children}</div>}
    </div>
  );
}
