export { HandlerMismatchError } from './match-handlers.js';
export { type JobContext, type JobProcessor, PermanentJobError, Processor } from './processor.js';
export {
  defineQueue,
  definedQueues,
  DuplicateQueueError,
  type PayloadOf,
  type QueueDefinition,
  type QueueOptions,
} from './queue-definition.js';
export { QueueModule } from './queue.module.js';
export { type AddOptions, type QueueCounts, QueueService, type Schedule } from './queue.service.js';
