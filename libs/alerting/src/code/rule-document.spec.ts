import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRules, RulesFileError, writeRules } from './rule-document.js';
import { rulesDifference } from './rules-difference.js';

const names = {
  channels: new Map([
    ['00000000-0000-4000-8000-000000000001', '值班邮箱'],
    ['00000000-0000-4000-8000-000000000002', 'Hook: [x]'],
  ]),
  rules: new Map([['00000000-0000-4000-8000-00000000000a', 'Crisis']]),
};
const length = fc.constantFrom(60, 90, 3_600, 5_400, 86_400);
const rule = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 40 }).filter((name) => name.trim() !== ''),
    description: fc.string({ maxLength: 60 }),
    series: fc.constantFrom('net', 'volume', 'silence'),
    condition: fc.constantFrom(
      { kind: 'below', threshold: -0.25 },
      { kind: 'outside', low: -1, high: 1e-9 },
      { kind: 'anomaly', z: 3 },
    ),
    for: length,
    interval: length,
    forEach: fc.constantFrom(null, { by: 'outlet', most: 7 }),
    recipients: fc.subarray([...names.channels.keys()]),
    quietWhile: fc.subarray([...names.rules.keys()]),
    quietHours: fc.constantFrom(null, { from: '22:00', to: '07:00', tz: 'Asia/Shanghai' }),
  })
  .map((parts) => alertRuleInput.parse(parts));

it('reads back what it wrote, whatever the names', () => {
  fc.assert(
    fc.property(fc.uniqueArray(rule, { selector: ({ name }) => name, maxLength: 5 }), (bodies) => {
      const rules = bodies.map((body, index) => ({ id: `00000000-0000-4000-9000-00000000000${index}`, body }));
      const text = writeRules(rules, names);
      expect(readRules(text, names)).toEqual(rules);
      const changes = rulesDifference(rules, readRules(text, names), names, true);
      expect(changes.every(({ kind }) => kind === 'unchanged')).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('writes what differs from the usual, by name and as people type it', () => {
  const body = alertRuleInput.parse({
    name: 'Crisis',
    series: 'net',
    condition: { kind: 'below', threshold: -0.2 },
    for: '2h',
    recipients: ['00000000-0000-4000-8000-000000000001'],
  });
  expect(writeRules([{ id: '00000000-0000-4000-8000-00000000000a', body }], names)).toBe(`timbreAlerts: 1
rules:
  - name: Crisis
    id: 00000000-0000-4000-8000-00000000000a
    condition:
      kind: below
      threshold: -0.2
      orEqual: false
    for: 2h
    series: net
    recipients:
      - 值班邮箱
`);
});

describe('what a file would do', () => {
  const base: AlertRuleInput = alertRuleInput.parse({
    name: 'Crisis',
    series: 'net',
    condition: { kind: 'below', threshold: -0.2 },
  });
  const existing = [
    { id: '00000000-0000-4000-8000-00000000000a', body: base },
    { id: '00000000-0000-4000-8000-00000000000b', body: { ...base, name: 'Old' } },
  ];
  const file = (rules: object[]): string => JSON.stringify({ timbreAlerts: 1, rules });
  const plain = { series: 'net', condition: { kind: 'below', threshold: -0.2 } };

  it('finds rules by name, shows fields before and after, and removes only when told', () => {
    const written = readRules(
      file([
        { name: 'Crisis', ...plain, for: '2h' },
        { name: 'New', ...plain },
      ]),
      names,
    );
    const kinds = (prune: boolean) =>
      rulesDifference(existing, written, names, prune).map(({ kind, name }) => `${kind} ${name}`);
    expect(kinds(false)).toEqual(['change Crisis', 'create New']);
    expect(kinds(true)).toEqual(['change Crisis', 'create New', 'remove Old']);
    const [change] = rulesDifference(existing, written, names, false);
    expect(change?.fields).toEqual([{ field: 'for', before: null, after: '2h' }]);
  });

  it.each([
    ['no YAML', 'rules: [', /line 1/],
    ['another file', 'hello: world', /timbreAlerts/],
    ['an unknown channel', file([{ name: 'A', ...plain, recipients: ['Nobody'] }]), /nothing is called "Nobody"/],
    ['an unknown field', file([{ name: 'A', ...plain, treshold: 1 }]), /Rule 1 \("A"\).*treshold/s],
    ['a negative window', file([{ name: 'A', ...plain, window: '-5h' }]), /window/],
    ['a huge window', file([{ name: 'A', ...plain, window: '9999d' }]), /window/],
    [
      'a time zone that does not exist',
      file([{ name: 'A', ...plain, quietHours: { from: '1:00', to: '02:00', tz: 'Mars/X' } }]),
      /tz/,
    ],
    [
      'two of one name',
      file([
        { name: 'A', ...plain },
        { name: 'A', ...plain },
      ]),
      /Two rules are called "A"/,
    ],
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\ntimbreAlerts: 1\nrules: []`,
      /alias/i,
    ],
  ])('refuses %s', (_, text, reason) => {
    expect(() => readRules(text, names)).toThrow(RulesFileError);
    expect(() => readRules(text, names)).toThrow(reason);
  });
});
