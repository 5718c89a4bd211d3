import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Deletes everything that an outlet published. A long job, because an outlet may have a hundred thousand articles. */
export const takedownQueue = defineQueue({
  name: 'takedown',
  payload: z.object({ outlet: z.string().min(1).max(300) }),
  options: { attempts: 20, concurrency: 1, lockMs: 60_000 },
});

/** Kind of the long job. */
export const takedownKind = 'outlet.takedown';
