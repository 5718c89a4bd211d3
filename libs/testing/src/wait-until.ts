import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition instead of sleeping. Fails after `timeoutMs` (10 s) and says what it waited for. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`);
    await delay(20);
  }
}
