import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Housekeeping of export files. */
export const removeOldExportsQueue = defineQueue({
  name: 'remove-old-exports',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1 },
});
