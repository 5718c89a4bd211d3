import { z } from 'zod';

/** What a service process tells the launcher over IPC. */
export const serviceMessage = z.discriminatedUnion('type', [
  /** It serves; `url` where it listens, if it does, and `setupPath` while the installation has no owner. */
  z.object({ type: z.literal('ready'), url: z.string().optional(), setupPath: z.string().optional() }),
  /** It cannot start, and starting it again changes nothing. */
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type ServiceMessage = z.infer<typeof serviceMessage>;
