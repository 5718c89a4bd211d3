import { alertRuleInput } from '@timbre/contracts';
import { expect, it } from 'vitest';
import { draftOf, ruleOf } from './rule-draft.js';
import { ruleTemplates } from './rule-templates.js';
import { lengthText } from './use-alert-format.js';

const many = alertRuleInput.parse({
  name: 'Each outlet',
  series: 'silence',
  condition: { kind: 'above', threshold: 24, orEqual: true },
  filter: { targets: ['topic:acme'], sources: ['s1'], languages: ['zh'], unit: 'articles' },
  forEach: { by: 'outlet', most: 7 },
  owner: 'Ann',
  quietWhile: ['r1'],
  quietHours: { from: '22:00', to: '07:00', tz: 'Asia/Shanghai' },
  groupWait: '2m',
  sendResolved: false,
});

it.each([many, ...Object.values(ruleTemplates).map((template) => ({ ...template, name: 'T' }))])(
  'keeps all of a rule that is opened and saved: $series',
  (rule) => {
    expect(ruleOf(draftOf(rule, lengthText), rule, 'Asia/Shanghai')).toEqual(rule);
  },
);

it('means nothing while a length is no length', () => {
  expect(ruleOf({ ...draftOf(many, lengthText), window: 'soon' }, many, 'UTC')).toBeNull();
});
