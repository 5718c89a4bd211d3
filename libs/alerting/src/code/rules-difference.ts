import type { AlertRuleChange, AlertRuleInput } from '@timbre/contracts';
import { type KnownNames, type WrittenRule, writtenFields } from './rule-document.js';

export interface ExistingRule {
  id: string;
  body: AlertRuleInput;
}

/** A change with the rule that it leads to; null where the rule goes. */
export type PlannedChange = AlertRuleChange & { body: AlertRuleInput | null };

/**
 * What a file would do: rules are the same by id, else by name where the name is one rule's alone.
 *
 * @param prune rules that the file lacks go
 */
export function rulesDifference(
  existing: readonly ExistingRule[],
  written: readonly WrittenRule[],
  names: KnownNames,
  prune: boolean,
): PlannedChange[] {
  const byId = new Map(existing.map((rule) => [rule.id, rule]));
  const taken = new Set<string>(written.flatMap(({ id }) => (id !== undefined && byId.has(id) ? [id] : [])));
  const changes = written.map(({ id, body }): PlannedChange => {
    const named = existing.filter((rule) => rule.body.name === body.name && !taken.has(rule.id));
    const known = byId.get(id ?? '') ?? (named.length === 1 ? named[0] : undefined);
    if (known !== undefined) taken.add(known.id);
    const fields = fieldChanges(known?.body ?? null, body, names);
    const kind = known === undefined ? 'create' : fields.length === 0 ? 'unchanged' : 'change';
    return { kind, id: known?.id ?? null, name: body.name, fields, body };
  });
  if (!prune) return changes;
  const lost = existing.filter(({ id }) => !taken.has(id));
  return [
    ...changes,
    ...lost.map(({ id, body }): PlannedChange => ({ kind: 'remove', id, name: body.name, fields: [], body: null })),
  ];
}

function fieldChanges(
  before: AlertRuleInput | null,
  after: AlertRuleInput,
  names: KnownNames,
): AlertRuleChange['fields'] {
  const old = before === null ? {} : writtenFields(before, names);
  const next = writtenFields(after, names);
  const show = (value: unknown): string | null =>
    value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((field) => {
    const [was, is] = [show(old[field]), show(next[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
