import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Sends one report for one moment of its schedule; a moment that was sent is not sent again. */
export const sendReportQueue = defineQueue({
  name: 'send-report',
  payload: z.object({ scheduleId: z.uuid(), at: z.iso.datetime() }),
  options: { attempts: 5, backoffMs: 30_000, concurrency: 1 },
});

/** Looks for reports that are due. */
export const reportTickQueue = defineQueue({
  name: 'report-tick',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1, keepCompleted: 10 },
});
