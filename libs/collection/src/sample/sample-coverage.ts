import { z } from 'zod';

/** An invented outlet of the sample coverage. */
const sampleSource = z.object({
  id: z.string().regex(/^sample-[a-z0-9-]+$/),
  name: z.string().min(1),
  outlet: z.string().min(1),
  language: z.string(),
  reach: z.number().positive(),
  gaps: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), cause: z.string() })).default([]),
});

/** A text of ours; syndicated copies are articles of their own. */
const sampleArticle = z.object({
  source: z.string(),
  title: z.string().min(1),
  text: z.string().min(1),
  published: z.iso.datetime(),
  byline: z.string().optional(),
  lang: z.enum(['en', 'zh']),
});
export type SampleArticle = z.infer<typeof sampleArticle>;

export const sampleSources = z.array(sampleSource);
export type SampleSource = z.infer<typeof sampleSource>;
export const sampleArticles = z.array(sampleArticle);
