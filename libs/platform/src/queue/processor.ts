import 'reflect-metadata';
import type { PayloadOf, QueueDefinition } from './queue-definition.js';

/** What a processor knows about the job it runs. */
export interface JobContext {
  /** Id of the queue's job, or of the long job when it is one. */
  readonly jobId: string;
  /** 1 on the first try. */
  readonly attempt: number;
  /** Tries in all. */
  readonly attempts: number;
  /** Aborts when a person cancels the job or the worker must stop: leave at the next safe point. */
  readonly signal: AbortSignal;
  /** Reports how far a long job is; cheap to call often. A no-op for jobs that nobody watches. */
  progress(done: number, total?: number | null, message?: string): Promise<void>;
}

/**
 * A class that runs the jobs of one queue. It may run twice for one job, so its effects must be idempotent. What it
 * returns is kept with a long job as its result.
 */
export interface JobProcessor<Queue> {
  process(payload: PayloadOf<Queue>, context: JobContext): Promise<Record<string, unknown> | void>;
}

const processorKey = 'timbre:processor';

/** Class decorator: this provider runs the jobs of the queue (in worker processes). */
export function Processor<Payload>(queue: QueueDefinition<Payload>) {
  return <Class extends abstract new (...args: never[]) => JobProcessor<QueueDefinition<Payload>>>(
    target: Class,
  ): void => {
    Reflect.defineMetadata(processorKey, queue, target);
  };
}

/** The queue that a class processes, if any. */
export function processedQueue(target: object): QueueDefinition | undefined {
  return Reflect.getMetadata(processorKey, target) as QueueDefinition | undefined;
}

/** Thrown by a processor when trying again is of no use: the job fails at once. */
export class PermanentJobError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentJobError';
  }
}
