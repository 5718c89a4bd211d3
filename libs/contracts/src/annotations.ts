import { z } from 'zod';
import { targetRef } from './target-ref.js';

const instant = z.iso.datetime({ offset: true });

/** An event that people pinned to a moment, so that a chart explains itself: a release, a verdict, a summit. */
export const annotation = z.object({
  id: z.uuid(),
  at: instant,
  text: z.string(),
  /** The subject whose charts show it; null for all charts. */
  target: targetRef.nullable(),
  madeBy: z.string(),
});
export type Annotation = z.infer<typeof annotation>;

/** Body of `POST /annotations`. */
export const annotationInput = z
  .object({
    at: instant,
    text: z.string().trim().min(1).max(200),
    target: targetRef.nullable().default(null),
  })
  .strict();
export type AnnotationInput = z.infer<typeof annotationInput>;

/** Query of `GET /annotations`: those of a range, of one subject with those of all. */
export const annotationQuery = z.object({ from: instant, to: instant, target: targetRef.optional() });
export type AnnotationQuery = z.infer<typeof annotationQuery>;
