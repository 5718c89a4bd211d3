import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Looks every minute for articles that nobody read and for readings of an old catalogue. */
export const sweepQueue = defineQueue({
  name: 'sweep-coverage',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1, keepCompleted: 0 },
});
