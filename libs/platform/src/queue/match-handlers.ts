import { type JobProcessor, processedQueue } from './processor.js';
import type { QueueDefinition } from './queue-definition.js';

/** A queue and the object that runs its jobs. */
export interface QueueHandler {
  queue: QueueDefinition;
  processor: JobProcessor<QueueDefinition>;
}

/** The worker cannot start: its processors and the queues do not fit. */
export class HandlerMismatchError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'HandlerMismatchError';
  }
}

/**
 * Pairs queues with the processors among the given objects. Jobs of a queue without a processor would wait for ever,
 * and two processors would each get half of them, so both stop the start.
 *
 * @throws HandlerMismatchError
 */
export function matchHandlers(queues: readonly QueueDefinition[], instances: readonly object[]): QueueHandler[] {
  const found = instances.flatMap((instance) => {
    const queue = processedQueue(instance.constructor);
    return queue === undefined ? [] : [{ queue, processor: instance as JobProcessor<QueueDefinition> }];
  });
  const problems = queues.flatMap((queue) => {
    const names = found
      .filter((handler) => handler.queue === queue)
      .map((handler) => handler.processor.constructor.name);
    if (names.length === 0)
      return [`The queue "${queue.name}" has no processor. Add a class with @Processor to the worker.`];
    if (names.length > 1)
      return [`The queue "${queue.name}" has ${names.length} processors: ${names.join(', ')}. Keep one.`];
    return [];
  });
  if (problems.length > 0) throw new HandlerMismatchError(problems);
  return found;
}
