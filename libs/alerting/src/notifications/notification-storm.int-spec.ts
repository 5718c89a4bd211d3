import { fork } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Escalations } from '../escalation/escalations.service.js';
import { RuleEvaluator } from '../evaluation/rule-evaluator.service.js';
import { GroupFlusher } from '../telling/group-flusher.service.js';
import { AlertingBed } from '../test-bed/alerting-bed.js';

/** TIMBRE_FAULT_TRANSITIONS=10000 and TIMBRE_FAULT_KILLS=20 for the long run. */
const transitions = Number(process.env.TIMBRE_FAULT_TRANSITIONS ?? 80);
const kills = Number(process.env.TIMBRE_FAULT_KILLS ?? 2);
const rules = Math.min(200, transitions / 10);
const flips = transitions / rules;
const sender = fileURLToPath(new URL('../test-bed/storm-sender.mjs', import.meta.url));

let bed: AlertingBed;
beforeAll(async () => {
  bed = await AlertingBed.start();
  await bed.reset();
}, 60_000);
afterAll(() => bed.stop());

/** Runs a sender from a moment on; kills it after so long, or waits until it is done. */
async function send(from: number, killAfter: number | null): Promise<{ now: number; done: boolean }> {
  const child = fork(sender, [bed.url, bed.hook.host, String(from)], {
    // The built product, whatever the conditions under which the tests run.
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const seen = { now: from, done: false };
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const working = Promise.race([exited, new Promise((resolve) => child.once('message', resolve))]);
  child.on('message', (message: Partial<typeof seen>) => Object.assign(seen, message));
  if (killAfter !== null) {
    await working;
    await Promise.race([exited, delay(killAfter)]);
    child.kill('SIGKILL');
  }
  await exited;
  if (killAfter === null && !seen.done) throw new Error('The sender ended before its work.');
  return seen;
}

it(
  'brings every transition to a receiver that fails and hangs, once by id, with senders that are killed, within the limits',
  async () => {
    const [hook, ding] = [
      await bed.webhook(),
      await bed.webhook({ name: 'Ding', kind: 'dingtalk', url: `${bed.hook.url}/ding`, secret: 'SEC1' }),
    ];
    for (let index = 0; index < rules; index += 1) {
      await bed.rule([hook, ding], { name: `Rule ${index}`, groupInterval: 10 });
    }
    for (let flip = 1; flip <= flips; flip += 1) {
      bed.calm(flip % 2 === 1 ? 11 : 0);
      await bed.get(RuleEvaluator).evaluateDue(bed.minute(flip));
      await bed.get(Escalations).tellDue(bed.minute(flip));
      while ((await bed.get(GroupFlusher).flushDue(bed.minute(flip))) > 0);
    }

    const accepted = new Map<string, number>();
    const failures = new Map<string, number>();
    const sentAt: number[] = [];
    const dings: number[] = [];
    let counter = 0;
    bed.hook.on('/hook', async ({ headers }, response) => {
      const id = String(headers['webhook-id']);
      sentAt.push(Number(headers['webhook-timestamp']));
      counter += 1;
      const failed = failures.get(id) ?? 0;
      // Nobody is out of order for days: after eight failures in a row it works.
      const fate = failed >= 8 ? 9 : (counter * 7) % 10;
      if (fate < 4) failures.set(id, failed + 1);
      if (fate < 3) return { status: 503 };
      if (fate === 3) {
        await delay(600);
        response.destroy();
        return;
      }
      accepted.set(id, (accepted.get(id) ?? 0) + 1);
      return { status: 204 };
    });
    bed.hook.on('/ding', ({ path }) => {
      dings.push(Number(new URL(path, bed.hook.url).searchParams.get('timestamp')));
      return { status: 200, body: '{"errcode":0}' };
    });

    let now = bed.minute(flips).getTime();
    let killed = 0;
    for (let state = { now, done: false }; !state.done; now = state.now) {
      state = await send(now, killed < kills ? 30 + ((killed * 97) % 400) : null);
      if (!state.done) killed += 1;
    }

    const rows = await bed.database.query<{ id: string; state: string; channel_id: string; alerts: string[] }>(
      'SELECT id, state, channel_id, alert_ids AS alerts FROM alert_notification',
    );
    const ids = rows.filter((row) => row.channel_id === hook).map(({ id }) => id);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['delivered']));
    expect(ids).toHaveLength(transitions);
    expect(new Set(accepted.keys())).toEqual(new Set(ids));
    // A sender that dies between the answer and its record sends again: under the same id, and only what it held.
    const repeated = [...accepted.values()].reduce((sum, count) => sum + count - 1, 0);
    expect(repeated).toBeLessThanOrEqual(8 * killed);
    // The channel that takes few messages got all alerts, some of them in digests.
    const told = new Set(rows.filter((row) => row.channel_id === ding).flatMap(({ alerts }) => alerts));
    const [{ alerts } = { alerts: 0 }] = await bed.database.query<{ alerts: number }>(
      'SELECT count(*)::int AS alerts FROM alert',
    );
    expect(told.size).toBe(alerts);
    const most = { hook: mostPerMinute(sentAt.map((at) => at * 1_000)), ding: mostPerMinute(dings) };
    expect(most.hook).toBeLessThanOrEqual(1_200);
    expect(most.ding).toBeLessThanOrEqual(20);
    if (transitions > 1_000)
      console.log({ transitions, killed, tries: sentAt.length, repeated, dings: dings.length, most });
  },
  60_000 + transitions * 500,
);

/** The most moments within any 60 seconds. */
function mostPerMinute(moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let [most, first] = [0, 0];
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
