import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Fetches the pages of announced entries, extracts them and hands them to coverage. */
export const collectEntriesQueue = defineQueue({
  name: 'collect-entries',
  payload: z.object({ sourceId: z.string().min(1).max(100), keys: z.array(z.string().max(64)).min(1).max(50) }),
  options: { attempts: 3, concurrency: 4 },
});

/** Brings back entries that the database says are unfinished: losing the whole queue loses no article. */
export const sweepEntriesQueue = defineQueue({
  name: 'sweep-entries',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1 },
});
