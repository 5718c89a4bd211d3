import { alertRuleInput } from '@timbre/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AlertService } from '../alerts/alert.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';
import { RuleEvaluator } from './rule-evaluator.service.js';

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
}, 60_000);
afterAll(() => bed.stop());
beforeEach(() => bed.reset());

it('holds fire while collection is blind and on too little evidence', async () => {
  await bed.rule([await bed.webhook()]);
  bed.calm(11, { outlet: 'One' });
  bed.gaps = [{ from: bed.minute(0).toISOString(), to: null, sourceId: 's1', sourceName: 'S1', cause: 'timeout' }];
  await bed.ticks(0, 5);
  expect((await bed.get(AlertRuleService).list())[0]).toMatchObject({ phase: 'normal', held: true });
  bed.gaps = [];
  await bed.ticks(6, 8);
  expect(bed.hook.requests).toHaveLength(0);
  bed.calm(11);
  await bed.ticks(9, 9);
  expect(bed.hook.requests).toHaveLength(1);
});

it('evaluates a rule once however many workers are there, and drops what an edit overtakes', async () => {
  const id = await bed.rule([await bed.webhook()]);
  bed.calm(11);
  const counts = await Promise.all([1, 2, 3, 4].map(() => bed.get(RuleEvaluator).evaluateDue(bed.minute(1))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  const alerts = bed.get(AlertService);
  const list = await alerts.list({ limit: 10 }, bed.minute(1));
  expect(list).toHaveLength(1);
  const known = await alerts.acknowledge(list[0]?.id ?? '', 'Ann', bed.minute(2));
  expect(known.alert).toMatchObject({ acknowledgedBy: 'Ann', state: 'firing' });
  await alerts.comment(list[0]?.id ?? '', { by: 'Ann', at: bed.minute(2), text: 'Looking.' });
  // Another threshold is another question: the alert of the old one ends.
  const { name, series, recipients } = await bed.get(AlertRuleService).one(id);
  const edited = alertRuleInput.parse({ name, series, recipients, condition: { kind: 'below', threshold: -0.95 } });
  await bed.get(AlertRuleService).change(id, edited, { by: 'Ann', at: bed.minute(3) });
  expect(await alerts.list({ open: true, limit: 10 }, bed.minute(3))).toHaveLength(0);
  await bed.ticks(4, 5);
  expect(await alerts.list({ limit: 10 }, bed.minute(5))).toHaveLength(1);
});

it('never tells of a rule that was removed while it was pending', async () => {
  const id = await bed.rule([await bed.webhook()], { for: 180 });
  bed.calm(11);
  await bed.ticks(1, 3);
  expect((await bed.get(AlertRuleService).one(id)).phase).toBe('pending');
  await bed.get(AlertRuleService).remove(id, bed.minute(3));
  await bed.ticks(4, 9);
  expect(bed.hook.requests).toHaveLength(0);
});

it('goes on when the database is set back: nothing is made up for, open alerts end or stay by what is seen now', async () => {
  const id = await bed.rule([await bed.webhook()], { groupInterval: 60 });
  bed.calm(11);
  await bed.ticks(1, 2);
  const tables = ['alert_rule', 'alert', 'alert_group', 'alert_notification'];
  const saved = new Map<string, unknown>();
  for (const table of tables) {
    saved.set(
      table,
      (await bed.database.query(`SELECT coalesce(jsonb_agg(t), '[]') AS rows FROM ${table} t`))[0]?.rows,
    );
  }
  bed.calm(0);
  await bed.ticks(3, 20);
  expect(bed.told().map(({ type }) => type)).toEqual(['alert.firing', 'alert.resolved']);
  await bed.database.query('TRUNCATE alert_notification, alert_delivery_attempt, alert_group');
  await bed.database.query('DELETE FROM alert');
  await bed.database.query('DELETE FROM alert_rule_version');
  await bed.database.query('DELETE FROM alert_rule');
  for (const table of tables) {
    await bed.database.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
      JSON.stringify(saved.get(table)),
    ]);
  }
  bed.calm(0, { at: bed.minute(1_430).getTime() });
  await bed.ticks(1_441, 1_443);
  expect(bed.told().map(({ type }) => type)).toEqual(['alert.firing', 'alert.resolved', 'alert.resolved']);
  expect((await bed.get(AlertRuleService).one(id)).phase).toBe('normal');
  // A clock that is behind what is stored changes nothing.
  bed.calm(11);
  await bed.ticks(30, 32);
  expect(bed.told()).toHaveLength(3);
});

it('says that it failed, and holds what it knew', async () => {
  const id = await bed.rule([await bed.webhook()]);
  bed.calm(11);
  await bed.ticks(1, 1);
  bed.coverage.broken = true;
  await bed.ticks(2, 9);
  expect(await bed.get(AlertRuleService).one(id)).toMatchObject({
    phase: 'firing',
    lastError: 'Coverage cannot be read.',
  });
  bed.coverage.broken = false;
  await bed.ticks(10, 11);
  expect(await bed.get(AlertRuleService).one(id)).toMatchObject({ phase: 'firing', lastError: null });
  expect(bed.hook.requests).toHaveLength(1);
});
