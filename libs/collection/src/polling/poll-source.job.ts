import { defineQueue } from '@timbre/platform';
import { z } from 'zod';

/** A poll must have ended by then, or it is taken for lost and the source is asked again. */
export const POLL_LEASE_SECONDS = 600;

/** Asks one source what is new. */
export const pollSourceQueue = defineQueue({
  name: 'poll-source',
  payload: z.object({
    sourceId: z.string().min(1).max(100),
    /** A person asked for it: also when the source is not due. */
    forced: z.boolean().optional(),
    /** The next attempt that the schedule wrote when it took the source. Absent where somebody else asks. */
    due: z.iso.datetime().optional(),
  }),
  // The schedule in the database brings a failed source back; trying again at once would only be impolite.
  // Polls mostly wait for the network.
  options: { attempts: 1, concurrency: 24 },
});

/** Finds the sources whose time has come. */
export const schedulePollsQueue = defineQueue({
  name: 'schedule-polls',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1 },
});
