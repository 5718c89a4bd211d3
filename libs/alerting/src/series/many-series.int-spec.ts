import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AlertService } from '../alerts/alert.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { RuleSimulator } from '../simulation/rule-simulator.service.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.reset();
  bed.coverage.mentions = [];
});

it('gives each topic a state of its own and tells together what fires together', async () => {
  const id = await bed.rule([await bed.webhook()], {
    forEach: { by: 'topic', most: 20 },
    groupInterval: 60,
    groupWait: 30,
  });
  bed.add(11, { topics: ['topic:acme'] });
  bed.add(0, { topics: ['topic:borealis'] });
  await bed.ticks(1, 3);
  expect(bed.told().map(({ subject }) => subject)).toEqual(['[Alert] Crisis · Acme (−0.92)']);
  expect(bed.told()[0]?.text).toContain('net sentiment of Acme over a day');
  expect(bed.told()[0]?.text).toContain('targets=topic%3Aacme');
  const rules = bed.get(AlertRuleService);
  expect(await rules.one(id)).toMatchObject({ phase: 'firing', watched: { all: 2, firing: 1 } });
  expect((await rules.seriesOf(id)).map(({ name, phase }) => `${name} ${phase}`)).toEqual([
    'Acme firing',
    'Borealis normal',
  ]);
  bed.coverage.mentions = [];
  bed.add(11, { topics: ['topic:acme'] });
  bed.add(10, { topics: ['topic:borealis'] });
  await bed.ticks(4, 6);
  expect(bed.told()[1]?.subject).toBe('[Alert] Crisis · Borealis (−0.83) and 1 more');
  expect(bed.told()[1]?.text).toContain('• Acme −0.92, since 2026-06-01 00:01 UTC');
  bed.coverage.mentions = [];
  bed.add(0, { topics: ['topic:acme'] });
  bed.add(10, { topics: ['topic:borealis'] });
  await bed.ticks(7, 9);
  const alerts = await bed.get(AlertService).list({ ruleId: id, limit: 10 }, bed.minute(9));
  expect(alerts.map(({ series, state }) => `${series.name} ${state}`)).toEqual(['Borealis firing', 'Acme resolved']);
});

it('finds a dead outlet among live ones, and gives it up when its sources are gone', async () => {
  const id = await bed.rule([await bed.webhook()], {
    series: 'source-health',
    condition: { kind: 'above', threshold: 0, orEqual: false },
    forEach: { by: 'outlet', most: 20 },
    minimumN: 0,
    minimumOutlets: 0,
  });
  const rules = bed.get(AlertRuleService);
  bed.gaps = [{ from: bed.minute(0).toISOString(), to: null, sourceId: 's2', sourceName: 'S2', cause: 'timeout' }];
  await bed.ticks(1, 2);
  expect(bed.told().map(({ subject }) => subject)).toEqual(['[Alert] Crisis · 港口日报 (1)']);
  const all = bed.sources;
  bed.sources = all.slice(0, 1);
  await bed.ticks(3, 6);
  bed.sources = all;
  expect((await rules.seriesOf(id)).map(({ name }) => name)).toEqual(['The Wire']);
  expect(await bed.get(AlertService).list({ open: true, limit: 10 }, bed.minute(6))).toEqual([]);
});

it('watches as many series as the cap allows, names the rest, and drops none that fires', async () => {
  for (let index = 0; index < 1_000; index += 1) bed.add(0, { language: `x${index}` }, index < 5 ? 20 - index : 1);
  const id = await bed.rule([], { forEach: { by: 'language', most: 3 }, minimumN: 0, minimumOutlets: 0 });
  const rules = bed.get(AlertRuleService);
  await bed.tick(bed.minute(1));
  expect((await rules.seriesOf(id)).map(({ key }) => key)).toEqual(['x0', 'x1', 'x2']);
  expect((await rules.one(id)).watched).toMatchObject({ all: 3, leftOut: { count: 997 } });
  // The one that fires falls behind in coverage and stays all the same.
  bed.coverage.mentions = bed.coverage.mentions.map((one) =>
    one.language === 'x2' ? { ...one, label: 'negative' } : one,
  );
  await bed.tick(bed.minute(2));
  bed.coverage.mentions = bed.coverage.mentions.filter((one, index) => one.language !== 'x2' || index % 9 === 0);
  await bed.tick(bed.minute(3));
  expect((await rules.seriesOf(id)).map(({ key }) => key)).toContain('x2');
});

it('simulates all series and draws the one that is asked for', async () => {
  bed.add(11, { topics: ['topic:acme'] });
  bed.add(0, { topics: ['topic:borealis'] });
  const id = await bed.rule([], { forEach: { by: 'topic', most: 20 } });
  const rule = await bed.get(AlertRuleService).one(id);
  const simulated = await bed.get(RuleSimulator).simulate(rule, { now: bed.minute(600) });
  expect(simulated.series.name).toBe('Acme');
  expect(simulated.all.map(({ name, alerts }) => `${name} ${alerts}`)).toEqual(['Acme 1', 'Borealis 0']);
  const other = await bed.get(RuleSimulator).simulate(rule, { now: bed.minute(600), series: 'topic:borealis' });
  expect(other.filter.targets).toEqual(['topic:borealis']);
  expect(other.alerts.map(({ series }) => series.key)).toEqual(['topic:acme']);
});
