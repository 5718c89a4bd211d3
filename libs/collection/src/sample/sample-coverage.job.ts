import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Puts the sample coverage in, or takes it out again. */
export const sampleCoverageQueue = defineQueue({
  name: 'sample-coverage',
  payload: z.object({ action: z.enum(['load', 'remove']) }),
  options: { attempts: 5, concurrency: 1 },
});
