export { type JobContext, type JobProcessor, PermanentJobError, Processor } from './processor.js';
export {
  defineQueue,
  definedQueues,
  DuplicateQueueError,
  type PayloadOf,
  type QueueDefinition,
  type QueueOptions,
} from './queue-definition.js';
