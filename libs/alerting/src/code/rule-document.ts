import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';

/** A rule as it is written in a file: ids of other things are their names. */
export interface WrittenRule {
  /** Absent for rules that do not exist yet. */
  id?: string;
  body: AlertRuleInput;
}

/** Names of channels and rules by id; the id itself where a name is not one thing's alone. */
export interface KnownNames {
  channels: ReadonlyMap<string, string>;
  rules: ReadonlyMap<string, string>;
}

/** The file holds something that is no rule; the message names the place. */
export class RulesFileError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'RulesFileError';
  }
}

const version = 1;
const lengths = [
  'window',
  'interval',
  'for',
  'keepFiringFor',
  'cooldown',
  'groupWait',
  'groupInterval',
  'repeatInterval',
] as const;
const fileShape = z.object({
  timbreAlerts: z.literal(version, { error: `Begin the file with "timbreAlerts: ${version}".` }),
  rules: z.array(z.record(z.string(), z.unknown())).max(5_000),
});

/** What a rule has unless it says otherwise; these fields are not written. */
const usual = alertRuleInput.parse({ name: '-', series: 'net', condition: { kind: 'below', threshold: 0 } });
const always: ReadonlySet<string> = new Set(['name', 'series', 'condition']);

/** A rule's fields as they are written: defaults left out, lengths as people type them, names instead of ids. */
export function writtenFields(body: AlertRuleInput, names: KnownNames): Record<string, unknown> {
  const named: Record<string, unknown> = {
    ...body,
    recipients: body.recipients.map((id) => names.channels.get(id) ?? id),
    quietWhile: body.quietWhile.map((id) => names.rules.get(id) ?? id),
    ...Object.fromEntries(lengths.map((field) => [field, lengthText(body[field])])),
  };
  const plain: Record<string, unknown> = {
    ...usual,
    ...Object.fromEntries(lengths.map((field) => [field, lengthText(usual[field])])),
  };
  return Object.fromEntries(
    Object.entries(named).filter(
      ([field, value]) => always.has(field) || JSON.stringify(value) !== JSON.stringify(plain[field]),
    ),
  );
}

/** Rules as YAML that `readRules` reads back. */
export function writeRules(rules: readonly { id: string; body: AlertRuleInput }[], names: KnownNames): string {
  const written = rules.map(({ id, body }) => {
    const { name, ...rest } = writtenFields(body, names);
    return { name, id, ...rest };
  });
  return stringify({ timbreAlerts: version, rules: written }, { lineWidth: 110, aliasDuplicateObjects: false });
}

/**
 * Reads rules from YAML (or JSON, which is YAML).
 *
 * @throws RulesFileError that names the line or the rule and field.
 */
export function readRules(text: string, names: KnownNames): WrittenRule[] {
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw new RulesFileError(broken.message);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new RulesFileError(error instanceof Error ? error.message : String(error));
  }
  const file = fileShape.safeParse(content);
  if (!file.success) throw new RulesFileError(z.prettifyError(file.error));
  const channels = idsByName(names.channels);
  const rules = idsByName(names.rules);
  const read = file.data.rules.map((given, index) => readRule(given, index, channels, rules));
  const seen = new Set<string>();
  for (const { id, body } of read) {
    const key = id ?? body.name;
    if (seen.has(key)) throw new RulesFileError(`Two rules are called "${body.name}". Give each its own name.`);
    seen.add(key);
  }
  return read;
}

function readRule(
  given: Record<string, unknown>,
  index: number,
  channels: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, string>,
): WrittenRule {
  const { id, ...fields } = given;
  const place = `Rule ${index + 1}${typeof given.name === 'string' ? ` ("${given.name.slice(0, 80)}")` : ''}`;
  if (id !== undefined && !z.uuid().safeParse(id).success) {
    throw new RulesFileError(`${place}: id: leave it out for a new rule.`);
  }
  const resolved = {
    ...fields,
    ...('recipients' in fields && { recipients: idsOf(fields.recipients, channels, `${place}: recipients`) }),
    ...('quietWhile' in fields && { quietWhile: idsOf(fields.quietWhile, rules, `${place}: quietWhile`) }),
  };
  const parsed = alertRuleInput.safeParse(resolved);
  if (!parsed.success) throw new RulesFileError(`${place}: ${z.prettifyError(parsed.error)}`);
  return { ...(typeof id === 'string' && { id }), body: parsed.data };
}

function idsOf(given: unknown, ids: ReadonlyMap<string, string>, place: string): unknown {
  if (!Array.isArray(given)) return given;
  return given.map((name: unknown) => {
    const id = ids.get(String(name));
    if (id === undefined) throw new RulesFileError(`${place}: nothing is called "${String(name)}".`);
    return id;
  });
}

const idsByName = (names: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...names].flatMap(([id, name]) => [[name, id] as const, [id, id] as const]));

/** Seconds as people type them. @example lengthText(5400) // '90m' */
function lengthText(seconds: number): string {
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ] as const) {
    if (seconds > 0 && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
