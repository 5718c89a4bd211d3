import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Articles per job: enough that a transaction is shared, few enough that a job takes well under a second. */
export const articlesPerJob = 100;

export const analyzeQueue = defineQueue({
  name: 'analyze',
  payload: z.object({ articleIds: z.array(z.uuid()).min(1).max(articlesPerJob) }),
  // Two jobs at a time per process: one computes while the other waits for the database. More processes use more
  // cores; threads would each hold a second copy of the dictionaries.
  options: { attempts: 8, concurrency: 2, lockMs: 60_000, keepCompleted: 0 },
});
