import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** Sends one notification. Tries are counted in the table, not in the queue: back-off goes over days. */
export const deliverNotificationQueue = defineQueue({
  name: 'deliver-notification',
  payload: z.object({ notificationId: z.uuid() }),
  options: { attempts: 1, concurrency: 8, keepCompleted: 0, keepFailed: 100 },
});
