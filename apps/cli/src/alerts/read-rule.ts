import { readFile } from 'node:fs/promises';
import { alertRuleInput } from '@timbre/contracts';
import { conditionFromText } from '@timbre/metrics';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a simulation needs of a rule: its condition and its lengths. */
export const simulatedRule = alertRuleInput
  .omit({ name: true, series: true })
  .extend({ interval: alertRuleInput.shape.interval.optional(), series: alertRuleInput.shape.series.optional() })
  .strip();
export type SimulatedRule = z.output<typeof simulatedRule>;

/** The file holds no rule; the message says what is wrong. */
export class RuleFileError extends Error {
  constructor(file: string, reason: string) {
    super(`${file} holds no alert rule: ${reason}`);
    this.name = 'RuleFileError';
  }
}

/** Names as other systems write them. */
const alsoKnownAs: Record<string, string> = {
  expr: 'condition',
  keep_firing_for: 'keepFiringFor',
  no_data: 'noData',
  group_wait: 'groupWait',
  group_interval: 'groupInterval',
  repeat_interval: 'repeatInterval',
  quiet_hours: 'quietHours',
};

/**
 * Reads a rule from JSON or YAML. The condition may be text such as "value < -0.2".
 *
 * @throws RuleFileError
 */
export async function readRule(file: string): Promise<SimulatedRule> {
  let given: unknown;
  try {
    given = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new RuleFileError(file, error instanceof Error ? error.message : String(error));
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new RuleFileError(file, 'write an object such as {"condition": "value < -0.2", "for": "2h"}.');
  }
  const named = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [alsoKnownAs[key] ?? key, value as unknown]),
  );
  try {
    if (typeof named.condition === 'string') named.condition = conditionFromText(named.condition);
  } catch (error) {
    throw new RuleFileError(file, error instanceof Error ? error.message : String(error));
  }
  const parsed = simulatedRule.safeParse(named);
  if (!parsed.success) throw new RuleFileError(file, z.prettifyError(parsed.error));
  return parsed.data;
}
