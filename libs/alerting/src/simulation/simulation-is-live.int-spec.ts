import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { RuleEvaluator } from '../evaluation/rule-evaluator.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';
import type { ScriptedMention } from '../test-bed/scripted-coverage.js';
import { RuleSimulator } from './rule-simulator.service.js';

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
}, 60_000);
afterAll(() => bed.stop());
beforeEach(() => bed.reset());

const hours = 24;
const hour = 60;
const topics = ['topic:acme', 'topic:borealis'];

const mention = fc.record<ScriptedMention>({
  at: fc
    .integer({ min: -30 * hour, max: hours * hour })
    .map((index) => Date.parse('2026-06-01T00:00:00Z') + index * 60_000),
  label: fc.constantFrom('positive', 'negative', 'negative', 'neutral'),
  source: fc.constantFrom('s1', 's2'),
  outlet: fc.constantFrom('One', 'Two', 'Three'),
  language: fc.constantFrom('en', 'zh'),
  topics: fc.subarray(topics),
});
const rule = fc
  .record({
    series: fc.constantFrom('net', 'negative-share', 'volume', 'polarisation', 'share-of-voice'),
    condition: fc.constantFrom(
      { kind: 'below', threshold: 0.1 },
      { kind: 'above', threshold: 0.4 },
      { kind: 'change', by: 0.3 },
    ),
    window: fc.constantFrom(3_600, 6 * 3_600),
    for: fc.constantFrom(0, 7_200),
    keepFiringFor: fc.constantFrom(0, 7_200),
    cooldown: fc.constantFrom(0, 5 * 3_600),
    minimumN: fc.constantFrom(0, 4),
    minimumOutlets: fc.constantFrom(0, 2),
    noData: fc.constantFrom('keep', 'ok', 'alert'),
    forEach: fc.constantFrom(null, null, { by: 'topic', most: 5 }),
    targets: fc.constantFrom([], topics),
  })
  .map(({ targets, ...parts }) => {
    const filter = { targets, sources: [], languages: [], unit: 'stories' };
    return alertRuleInput.parse({ name: 'Any', interval: 3_600, filter, ...parts });
  });

interface Begun {
  series_key: string;
  started_at: Date;
  ended_at: Date | null;
}

async function liveAlerts(input: AlertRuleInput): Promise<string[]> {
  const id = (await bed.get(AlertRuleService).create(input, { by: 'Ann', at: bed.minute(0) })).id;
  for (let at = 0; at <= hours; at += 1) await bed.get(RuleEvaluator).evaluateDue(bed.minute(at * hour));
  const rows = await bed.database.query<Begun>(
    'SELECT series_key, started_at, ended_at FROM alert WHERE rule_id = $1 ORDER BY started_at, series_key',
    [id],
  );
  return rows.map((row) => `${row.series_key} ${row.started_at.toISOString()} ${row.ended_at?.toISOString() ?? '-'}`);
}

it('says beforehand exactly which alerts the live engine then raises on the same data', async () => {
  let raised = 0;
  await fc.assert(
    fc.asyncProperty(rule, fc.array(mention, { minLength: 60, maxLength: 160 }), async (input, mentions) => {
      bed.coverage.mentions = mentions;
      const range = { from: bed.minute(0), to: bed.minute(hours * hour), now: bed.minute(hours * hour) };
      const { alerts } = await bed.get(RuleSimulator).simulate(input, range);
      const simulated = alerts.map(({ series, from, to }) => `${series.key} ${from} ${to ?? '-'}`);
      const byTime = (a: string, b: string): number => {
        const [x, y] = [a.split(' '), b.split(' ')];
        return (x[1] ?? '') < (y[1] ?? '')
          ? -1
          : (x[1] ?? '') > (y[1] ?? '')
            ? 1
            : (x[0] ?? '') < (y[0] ?? '')
              ? -1
              : 1;
      };
      expect(simulated.sort(byTime)).toEqual(await liveAlerts(input));
      raised += simulated.length;
      await bed.database.query('UPDATE alert_rule SET enabled = false');
    }),
    { numRuns: 6, seed: 20_261_122 },
  );
  // A test on rules that never fire would prove nothing.
  expect(raised).toBeGreaterThan(5);
});
