import { once } from 'node:events';

/** Whatever can be started and stopped. */
export interface Startable {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it and keeps it until SIGINT, SIGTERM or SIGHUP (a terminal that closes); then, or when the start fails,
 * stops it. A second signal cuts the stopping short.
 */
export async function runUntilSignal(service: Startable): Promise<void> {
  const asked = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (): void => {
    if (asked.signal.aborted) process.exit(1);
    asked.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const stopped = asked.signal.aborted ? Promise.resolve() : once(asked.signal, 'abort');
    await Promise.race([service.start(), stopped]);
    await stopped;
  } finally {
    await service.stop();
    for (const signal of signals) process.off(signal, onSignal);
  }
}
