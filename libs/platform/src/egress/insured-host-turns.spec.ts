import { Logger } from '@nestjs/common';
import { expect, it, vi } from 'vitest';
import type { HostTurns } from './host-turns.js';
import { InProcessHostTurns } from './in-process-host-turns.js';
import { InsuredHostTurns } from './insured-host-turns.js';

const terms = { atOnce: 1, spacingMs: 0, leaseMs: 60_000 };
const away: HostTurns = {
  take: () => Promise.reject(new Error('away')),
  giveBack: () => Promise.reject(new Error('away')),
  close: () => Promise.reject(new Error('away')),
};

it('goes on politely by itself while the shared store is away', async () => {
  const warned = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const turns = new InsuredHostTurns(away);
  const first = await turns.take('a', terms);
  expect(first).toHaveProperty('turn');
  expect(await turns.take('a', terms)).toHaveProperty('waitMs');
  await turns.giveBack('a', 'turn' in first ? first.turn : '');
  expect(await turns.take('a', terms)).toHaveProperty('turn');
  await turns.close('b', 60_000);
  expect(await turns.take('b', terms)).toHaveProperty('waitMs');
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
});

it('asks the shared store while there is one', async () => {
  const shared = new InProcessHostTurns();
  await new InsuredHostTurns(shared).take('a', terms);
  expect(await shared.take('a', terms)).toHaveProperty('waitMs');
});
