import { expect, it } from 'vitest';
import { z } from 'zod';
import { HandlerMismatchError, matchHandlers } from './match-handlers.js';
import { Processor } from './processor.js';
import { defineQueue, DuplicateQueueError, type QueueDefinition } from './queue-definition.js';

const one = defineQueue({ name: 'one', payload: z.object({}) });
const two = defineQueue({ name: 'two', payload: z.object({}) });

@Processor(one)
class First {
  async process(): Promise<void> {}
}
@Processor(one)
class Second {
  async process(): Promise<void> {}
}

it('pairs queues with their processors and ignores other providers', () => {
  const first = new First();
  expect(matchHandlers([one as QueueDefinition], [{}, first, new Date()])).toEqual([{ queue: one, processor: first }]);
});

it('stops on a queue without a processor and on one with two, naming them', () => {
  const attempt = (): unknown => matchHandlers([one, two] as QueueDefinition[], [new First(), new Second()]);
  expect(attempt).toThrow(HandlerMismatchError);
  expect(attempt).toThrow(/"one" has 2 processors: First, Second[\s\S]*"two" has no processor/);
});

it('refuses a second queue of the same name', () => {
  expect(() => defineQueue({ name: 'one', payload: z.object({}) })).toThrow(DuplicateQueueError);
});
