import { exportRequest } from '@timbre/contracts';
import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Writes an export to a file. Run again, it starts over: the file appears only when it is whole. */
export const makeExportQueue = defineQueue({
  name: 'make-export',
  payload: exportRequest.extend({ fileId: z.uuid(), language: z.enum(['en', 'zh']).default('en') }),
  options: { attempts: 3, concurrency: 2 },
});
