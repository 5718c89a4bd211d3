import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/** Long work that a person may watch and cancel: imports, re-readings, exports. */
export const longJob = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
  message: z.string().nullable(),
  error: z.string().nullable(),
  /** What came of it, e.g. counts of an import or the file of an export. */
  result: z.record(z.string(), z.unknown()).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  cancelRequested: z.boolean(),
  /** Whether who asks may stop it; left out where nobody in particular asks. */
  mayCancel: z.boolean().optional(),
});
export type LongJob = z.infer<typeof longJob>;

/** A line of an imported file that was rejected, and why. */
export const importError = z.object({ line: z.int().nonnegative(), code: z.string(), message: z.string() });
export type ImportError = z.infer<typeof importError>;
