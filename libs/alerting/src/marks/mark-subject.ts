import { createHash } from 'node:crypto';
import type { AlertRuleInput } from '@timbre/contracts';

/**
 * What a verdict belongs to: what is measured, whatever the threshold, the window and the name of the rule. Marks made
 * while a threshold was tried out stay good for the rule that is saved.
 */
export function markSubject({ series, filter }: Pick<AlertRuleInput, 'series' | 'filter'>): string {
  const { targets, sources, languages, unit, subject = '' } = filter;
  const parts = [series, [...targets].sort(), [...sources].sort(), [...languages].sort(), unit, subject];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
