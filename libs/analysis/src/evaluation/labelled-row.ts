import { z } from 'zod';

const label = z
  .union([z.literal([-1, 0, 1]), z.enum(['negative', 'neutral', 'positive'])])
  .transform((value): -1 | 0 | 1 =>
    typeof value === 'number' ? value : value === 'positive' ? 1 : value === 'negative' ? -1 : 0,
  );

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'Write days as YYYY-MM-DD.');

/** One line of a labelled file. Any of `label`, `targets`, `quotes` and `forecasts` may be missing. */
export const labelledRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  lang: z.string().optional(),
  text: z.string(),
  title: z.string().optional(),
  published: z.string().optional(),
  /** With `target`, the label is the target's; without, the article's. */
  label: label.optional(),
  target: z.string().nullish(),
  target_from: z.int().nonnegative().nullish(),
  target_to: z.int().nonnegative().nullish(),
  targets: z
    .array(
      z.object({
        name: z.string().min(1),
        from: z.int().nonnegative().optional(),
        to: z.int().nonnegative().optional(),
        label,
      }),
    )
    .optional(),
  quotes: z.array(z.object({ speaker: z.string().nullish(), text: z.string() })).optional(),
  forecasts: z
    .array(
      z.object({
        from: day,
        to: day.nullish().transform((to) => to ?? null),
        kind: z.string().optional(),
        hedge: z.string().optional(),
        speaker: z.string().nullish(),
      }),
    )
    .optional(),
});
export type LabelledRow = z.infer<typeof labelledRow>;
