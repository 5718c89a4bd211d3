import { type AlertRule, alertRuleInput } from '@timbre/contracts';
import type { ListedRule } from './alert-rule.repository.js';

/** A stored rule as the API shows it; fields that came later get their defaults. */
export function presentRule(rule: ListedRule): AlertRule {
  const { id, version, state, lastInput, lastError, updatedAt, watched, firing, leftOut } = rule;
  const body = alertRuleInput.parse(rule.body);
  return {
    ...body,
    id,
    version,
    phase: state?.phase ?? 'normal',
    since: state === null ? null : new Date(state.since).toISOString(),
    lastValue: lastInput?.value ?? null,
    lastN: lastInput?.n ?? null,
    lastEvaluated: state?.lastAt == null ? null : new Date(state.lastAt).toISOString(),
    lastError,
    held: lastInput?.held ?? false,
    watched: body.forEach === null ? null : { all: watched, firing, leftOut: leftOut ?? { count: 0, names: [] } },
    updatedAt: updatedAt.toISOString(),
  };
}
