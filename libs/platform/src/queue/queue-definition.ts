import type { z } from 'zod';

export interface QueueOptions {
  /** How often a job is tried in all; 5 unless told. */
  attempts?: number;
  /** First pause between tries in milliseconds, doubling, with jitter; 1,000 unless told. */
  backoffMs?: number;
  /** Jobs at a time per worker process; TIMBRE_WORKER_CONCURRENCY unless told. */
  concurrency?: number;
  /** At most `max` jobs per `duration` milliseconds over all workers. */
  limiter?: { max: number; duration: number };
  /** Completed jobs kept for looking at; 100 unless told. */
  keepCompleted?: number;
  /** Failed jobs kept for looking at; 1,000 unless told. */
  keepFailed?: number;
  /** A job without sign of life for this long is given to another worker; 30,000 ms unless told. */
  lockMs?: number;
}

/** A queue: its name, what its jobs carry, and how they are run. Payloads carry ids and small parameters, never bodies. */
export interface QueueDefinition<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly options: QueueOptions;
}

/** The payload of a queue. */
export type PayloadOf<Queue> = Queue extends QueueDefinition<infer Payload> ? Payload : never;

/** Two queues have one name, so their jobs would mix. */
export class DuplicateQueueError extends Error {
  constructor(name: string) {
    super(`The queue "${name}" is defined twice. Give one of them another name.`);
    this.name = 'DuplicateQueueError';
  }
}

const defined = new Map<string, QueueDefinition>();

/**
 * Defines a queue; do so once, at the top of a `*.job.ts` file.
 *
 * @example
 * export const analyzeQueue = defineQueue({
 *   name: 'analyze',
 *   payload: z.object({ articleIds: z.array(z.uuid()).min(1).max(200) }),
 *   options: { attempts: 8 },
 * });
 * @throws DuplicateQueueError
 */
export function defineQueue<Schema extends z.ZodType>(definition: {
  name: string;
  payload: Schema;
  options?: QueueOptions;
}): QueueDefinition<z.output<Schema>> {
  if (!/^[a-z][a-z0-9-]*$/.test(definition.name)) throw new Error(`"${definition.name}" is not a queue name.`);
  if (defined.has(definition.name)) throw new DuplicateQueueError(definition.name);
  const queue = { ...definition, options: definition.options ?? {} } as QueueDefinition<z.output<Schema>>;
  defined.set(definition.name, queue as QueueDefinition);
  return queue;
}

/** All queues that the loaded code defines. */
export function definedQueues(): readonly QueueDefinition[] {
  return [...defined.values()];
}

/** What a queue gets that says nothing else. */
export const queueDefaults = {
  attempts: 5,
  backoffMs: 1_000,
  keepCompleted: 100,
  keepFailed: 1_000,
  lockMs: 30_000,
} as const satisfies QueueOptions;
