import type { ReactNode } from 'react';
import { Wordmark } from '../shell/Wordmark.js';
import './door.css';

/** The quiet frame of pages outside the session. */
export function DoorPage({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <main className="door">
      <div className="door-box">
        <Wordmark />
        <h1>{title}</h1>
        <p className="door-hint">{hint}</p>
        <div className="door-body">{children}</div>
      </div>
    </main>
  );
}
