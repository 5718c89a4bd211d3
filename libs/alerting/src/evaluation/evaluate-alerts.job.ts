import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Every few seconds: evaluates the rules that are due, tells what is to be told, asks again for what should have left. */
export const evaluateAlertsQueue = defineQueue({
  name: 'evaluate-alerts',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1, keepCompleted: 0, keepFailed: 20, lockMs: 60_000 },
});
