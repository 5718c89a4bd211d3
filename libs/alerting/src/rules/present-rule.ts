import { type AlertRule, alertRuleInput } from '@timbre/contracts';
import type { StoredRule } from './alert-rule.repository.js';

/** A stored rule as the API shows it; fields that came later get their defaults. */
export function presentRule({ id, version, body, state, lastInput, lastError, updatedAt }: StoredRule): AlertRule {
  return {
    ...alertRuleInput.parse(body),
    id,
    version,
    phase: state?.phase ?? 'normal',
    since: state === null ? null : new Date(state.since).toISOString(),
    lastValue: lastInput?.value ?? null,
    lastN: lastInput?.n ?? null,
    lastEvaluated: state?.lastAt == null ? null : new Date(state.lastAt).toISOString(),
    lastError,
    held: lastInput?.held ?? false,
    updatedAt: updatedAt.toISOString(),
  };
}
