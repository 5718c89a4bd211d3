import type { AlertCondition } from '@timbre/contracts';

/** The text is no comparison of a value with a number. */
export class ConditionTextError extends Error {
  constructor(text: string) {
    super(`"${text.slice(0, 100)}" is no condition. Write a comparison such as "value < -0.2" or "v >= 5".`);
    this.name = 'ConditionTextError';
  }
}

/**
 * Reads "v > 50", "< -0.2" or "up == 0".
 *
 * @throws ConditionTextError
 */
export function conditionFromText(text: string): AlertCondition {
  const match = /^\s*[\p{L}_]{0,40}\s*(>=|<=|==|>|<)\s*([-+]?\d{1,15}(?:\.\d{1,15})?)\s*$/u.exec(text);
  if (match === null) throw new ConditionTextError(text);
  const [, operator, number] = match;
  const threshold = Number(number);
  if (operator === '==') return { kind: 'inside', low: threshold, high: threshold };
  return {
    kind: operator?.startsWith('>') === true ? 'above' : 'below',
    threshold,
    orEqual: operator?.endsWith('=') === true,
  };
}
