import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Looks for texts whose time is over. */
export const retainTextsQueue = defineQueue({
  name: 'retain-texts',
  payload: z.object({}),
  options: { attempts: 3, concurrency: 1, lockMs: 120_000 },
});

/** How often: a text goes within an hour of its time. */
export const retainEveryMs = 3_600_000;
