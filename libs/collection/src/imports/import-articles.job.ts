import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Reads an uploaded file into articles. Restarted, it goes on after the last stored line. */
export const importArticlesQueue = defineQueue({
  name: 'import-articles',
  payload: z.object({ importId: z.uuid() }),
  options: { attempts: 20, concurrency: 2 },
});
