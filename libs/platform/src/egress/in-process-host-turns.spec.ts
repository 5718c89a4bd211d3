import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InProcessHostTurns } from './in-process-host-turns.js';

it('never has more turns out than allowed nor starts two within the spacing, whoever asks and gives back when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 60 }), async (steps) => {
      let now = 0;
      const turns = new InProcessHostTurns(() => now);
      const out: { turn: string; from: number }[] = [];
      let last = -Infinity;
      for (const [pause, giveBack] of steps) {
        now += pause;
        const first = out[0];
        if (giveBack && first) {
          await turns.giveBack('a', first.turn);
          out.shift();
        }
        const outcome = await turns.take('a', { atOnce: 2, spacingMs: 250, leaseMs: 1_000 });
        while (out[0] && out[0].from + 1_000 <= now) out.shift();
        if (!('turn' in outcome)) continue;
        expect(now - last).toBeGreaterThanOrEqual(250);
        last = now;
        out.push({ turn: outcome.turn, from: now });
        expect(out.length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

it('says how long a closed host stays closed, and takes the longest wish', async () => {
  let now = 0;
  const turns = new InProcessHostTurns(() => now);
  const terms = { atOnce: 2, spacingMs: 0, leaseMs: 1_000 };
  await turns.close('a', 5_000);
  await turns.close('a', 1_000);
  now = 2_000;
  expect(await turns.take('a', terms)).toEqual({ waitMs: 3_000 });
  expect(await turns.take('b', terms)).toHaveProperty('turn');
  now = 5_000;
  expect(await turns.take('a', terms)).toHaveProperty('turn');
});
