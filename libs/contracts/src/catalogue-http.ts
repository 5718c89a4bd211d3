import { z } from 'zod';
import { catalogueEntity, catalogueTopic } from './catalogue.js';

const edited = z.object({
  version: z.int(),
  updatedAt: z.iso.datetime({ offset: true }),
  builtIn: z.boolean(),
  articles: z.int().nonnegative(),
});
export const entityRow = catalogueEntity.extend(edited.shape);
export type EntityRow = z.infer<typeof entityRow>;
export const topicRow = catalogueTopic.extend(edited.shape);
export type TopicRow = z.infer<typeof topicRow>;
export const entityInput = catalogueEntity
  .omit({ id: true })
  .extend({ id: z.string().max(100).optional() })
  .strict();
export type EntityInput = z.infer<typeof entityInput>;
export const topicInput = catalogueTopic
  .omit({ id: true })
  .extend({ id: z.string().max(100).optional() })
  .strict();
export type TopicInput = z.infer<typeof topicInput>;

/** A query tried on real coverage before it is saved. */
export const topicPreviewInput = z
  .object({ query: z.string().min(1).max(10_000), days: z.int().min(1).max(3650).default(90) })
  .strict();
export const topicPreview = z.object({
  error: z.object({ message: z.string(), column: z.int() }).nullable(),
  scanned: z.int(),
  matched: z.int(),
  perDay: z.number(),
  examples: z.array(
    z.object({
      articleId: z.string(),
      title: z.string(),
      published: z.iso.datetime({ offset: true }),
      why: z.array(z.object({ clause: z.string(), text: z.string() })),
    }),
  ),
  almost: z.array(z.object({ articleId: z.string(), title: z.string(), missing: z.string() })),
});
export type TopicPreview = z.infer<typeof topicPreview>;
