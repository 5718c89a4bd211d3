import type { Principal } from './access.js';

/** Who did what that others must be able to ask about later. Identity keeps it; features tell it. */
export interface AuditTrail {
  record(
    by: Pick<Principal, 'userId' | 'name'> | null,
    event: { action: string; subject?: string; detail?: Record<string, unknown> },
  ): Promise<void>;
}

/** Injection token of `AuditTrail`; only HTTP processes have one. */
export const AUDIT_TRAIL = Symbol('AuditTrail');
