import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Reads history anew after the catalogue or the analysis changed; a long job with progress. */
export const rereadQueue = defineQueue({
  name: 'reread-history',
  payload: z.object({}),
  options: { attempts: 10, concurrency: 1, lockMs: 60_000 },
});

/** Kind of the long job. */
export const rereadKind = 'coverage.reread';
