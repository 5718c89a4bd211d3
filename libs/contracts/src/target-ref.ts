import { z } from 'zod';

/**
 * The thing that sentiment is about, as one key: `topic:<id>`, `entity:<id>`, or `all` for the article as a whole.
 * `all` makes "everything in the filter" a series like any other.
 */
export const targetRef = z
  .string()
  .regex(/^(all|topic:[\w.-]+|entity:[\w.·-]+)$/u, 'Use "topic:<id>", "entity:<id>" or "all".');
export type TargetRef = z.infer<typeof targetRef>;

/** The `all` target: each article's document score. */
export const ALL_COVERAGE: TargetRef = 'all';

/** The key of a catalogue item. @example targetRefOf('topic', 'agi-timelines') // 'topic:agi-timelines' */
export function targetRefOf(kind: 'topic' | 'entity', id: string): TargetRef {
  return `${kind}:${id}`;
}
