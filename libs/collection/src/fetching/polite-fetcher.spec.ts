import type { EgressClient, EgressRequest, EgressResponse } from '@timbre/platform';
import { InProcessHostTurns } from '@timbre/platform';
import { expect, it } from 'vitest';
import { HostBusyError } from './host-busy-error.js';
import { PoliteFetcher } from './polite-fetcher.js';

/** A client whose answers are given by hand. */
function aClient(status = 200, headers: Record<string, string> = {}) {
  const running: { url: string; answer: () => void }[] = [];
  const client = {
    userAgent: 'test',
    timeoutMs: 20_000,
    async fetch({ url, turn }: EgressRequest): Promise<EgressResponse> {
      const over = await turn?.(new URL(url));
      await new Promise<void>((resolve) => running.push({ url, answer: resolve }));
      await over?.();
      return { status, url, headers, redirects: [], bytes: Buffer.alloc(0), contentType: null };
    },
  };
  return { running, client: client as unknown as EgressClient };
}

const settings = { hostDelayMs: 0 };
const soon = () => new Promise((resolve) => setImmediate(resolve));

it('asks a host twice at a time, and others meanwhile', async () => {
  const { running, client } = aClient();
  const fetcher = new PoliteFetcher(client, new InProcessHostTurns(), settings);
  const done = ['https://a.test/1', 'https://a.test/2', 'https://a.test/3', 'https://b.test/1'].map((url) =>
    fetcher.fetch({ url }),
  );
  await soon();
  expect(running.map(({ url }) => url).sort()).toEqual(['https://a.test/1', 'https://a.test/2', 'https://b.test/1']);
  running[0]?.answer();
  await done[0];
  while (running.length < 4) await soon();
  for (const { answer } of running) answer();
  await Promise.all(done);
});

it('does not wait longer than it is told, and says when to come back', async () => {
  const { client, running } = aClient();
  const fetcher = new PoliteFetcher(client, new InProcessHostTurns(), settings);
  const held = [fetcher.fetch({ url: 'https://a.test/1' }), fetcher.fetch({ url: 'https://a.test/2' })];
  await expect(fetcher.fetch({ url: 'https://a.test/3', patienceMs: 0 })).rejects.toBeInstanceOf(HostBusyError);
  for (const { answer } of running) answer();
  await Promise.all(held);
});

it('leaves a whole host alone that says Retry-After', async () => {
  const { client, running } = aClient(429, { 'retry-after': '600' });
  const fetcher = new PoliteFetcher(client, new InProcessHostTurns(), settings);
  const first = fetcher.fetch({ url: 'https://a.test/1' });
  await soon();
  running[0]?.answer();
  await first;
  const refusal: unknown = await fetcher.fetch({ url: 'https://a.test/other' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HostBusyError);
  expect((refusal as HostBusyError).waitMs).toBeGreaterThan(590_000);
});

it('keeps the pause that robots.txt asks for, up to half a minute', async () => {
  const { client } = aClient();
  const waits = await Promise.all(
    [10, 3_600].map(async (seconds) => {
      const fetcher = new PoliteFetcher(client, new InProcessHostTurns(() => 0), settings);
      fetcher.setCrawlDelay('a.test', seconds);
      void fetcher.fetch({ url: 'https://a.test/1' });
      const refusal: unknown = await fetcher.fetch({ url: 'https://a.test/2' }).catch((error: unknown) => error);
      return (refusal as HostBusyError).waitMs;
    }),
  );
  expect(waits).toEqual([10_000, 30_000]);
});

it('lets those who leave go', async () => {
  const { client } = aClient();
  const fetcher = new PoliteFetcher(client, new InProcessHostTurns(), settings);
  await expect(fetcher.fetch({ url: 'https://a.test/1', signal: AbortSignal.abort() })).rejects.toThrow();
});
