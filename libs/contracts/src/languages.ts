import { z } from 'zod';
import { coverageFilter } from './coverage-filter.js';
import { coverageSeries, estimate, provenance } from './coverage-series.js';
import { targetRef } from './target-ref.js';

/** Two languages, as `zh,en` in a URL. */
const languagePair = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.tuple([z.string().min(2).max(20), z.string().min(2).max(20)]),
);

/** Query of `GET /coverage/languages`: a filter, and the two languages to hold against each other. */
export const languagesQuery = coverageFilter.safeExtend({ pair: languagePair.default(['zh', 'en']) });
export type LanguagesQuery = z.infer<typeof languagesQuery>;

/** What one language says. */
const side = z.object({ n: z.int().nonnegative(), net: estimate });

/** Which language wrote first, and by how many hours; a negative lag means that the second of the pair did. */
export const languageLead = z.object({ hours: z.int(), correlation: z.number() });
export type LanguageLead = z.infer<typeof languageLead>;

/** One target in both languages. */
export const targetInLanguages = z.object({
  target: targetRef,
  name: z.string(),
  sides: z.tuple([side, side]),
  /** Null where the hours of both show no order that chance could not make. */
  lead: languageLead.nullable(),
});
export type TargetInLanguages = z.infer<typeof targetInLanguages>;

/** One aspect of a target in both languages; `share` is the part of that language's mentions that speak of it. */
export const aspectInLanguages = z.object({
  aspect: z.string(),
  sides: z.tuple([side.extend({ share: z.number() }), side.extend({ share: z.number() })]),
});
export type AspectInLanguages = z.infer<typeof aspectInLanguages>;

/** Answer of `GET /coverage/languages`: the same subject as two languages tell it. */
export const languagesResponse = z.object({
  provenance,
  pair: z.tuple([z.string(), z.string()]),
  target: targetRef,
  name: z.string(),
  sides: z.tuple([side, side]),
  /** One series per language, in the order of the pair; `name` is the language tag. */
  series: z.array(coverageSeries).length(2),
  targets: z.array(targetInLanguages),
  aspects: z.array(aspectInLanguages),
});
export type LanguagesResponse = z.infer<typeof languagesResponse>;
