import { z } from 'zod';

/** A half-open range `[from, to)` of UTF-16 code units in the text that it speaks of. */
export const span = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() });
export type Span = z.infer<typeof span>;
