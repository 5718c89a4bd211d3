import { z } from 'zod';
import { estimate } from './coverage-series.js';
import { forecast, forecastKind } from './reading.js';
import { sentimentLabel } from './sentiment-label.js';
import { targetRef } from './target-ref.js';

const instant = z.iso.datetime({ offset: true });

export const correctionKind = z.enum(['mention', 'quote', 'forecast']);
export type CorrectionKind = z.infer<typeof correctionKind>;

/** `unrelated`: the article is not about this target; the mention is not counted. */
export const goldLabel = z.enum([...sentimentLabel.options, 'unrelated']);
export type GoldLabel = z.infer<typeof goldLabel>;

const speaker = z.string().trim().min(1).max(200).nullable();
const speakerEntity = z.string().max(100).optional();

export const mentionValue = z.object({ label: goldLabel }).strict();
/** `wrong`: the words are no quote; who spoke is then beside the point. */
export const quoteValue = z.object({ speaker, speakerEntity, wrong: z.boolean().optional() }).strict();
export const forecastValue = z
  .object({
    /** The claim is none; every other field is then beside the point. */
    wrong: z.boolean(),
    from: forecast.shape.from,
    to: forecast.shape.to,
    speaker,
    speakerEntity,
    /** Subject and kind are left out by judgements that are older than these fields: they say nothing of them. */
    subject: speaker.optional(),
    subjectEntity: speakerEntity,
    kind: forecastKind.optional(),
  })
  .strict()
  .refine(({ from, to }) => to === null || from <= to, {
    path: ['to'],
    message: 'The end must not precede the start.',
  });
export type MentionValue = z.infer<typeof mentionValue>;
export type QuoteValue = z.infer<typeof quoteValue>;
export type ForecastValue = z.infer<typeof forecastValue>;

/** What the article says by a person's judgement: the analysis was right, or this is right instead. */
const judged = <Value extends z.ZodType>(value: Value) => z.union([z.literal('confirm'), value]);
const note = z.string().trim().max(1000).optional();

/** Statements are named by where they stand in the reading's text, as `quoteKey` and `forecastKey` write it. */
const quoteKeyText = z.string().regex(/^\d{1,9}-\d{1,9}$/u, 'Use "<from>-<to>" of the quote.');
const forecastKeyText = z
  .string()
  .regex(/^\d{1,9}-\d{1,9}:\d{4}-\d{2}-\d{2}$/u, 'Use "<span.from>-<span.to>:<from>" of the forecast.');

/** The key of a quote. @example quoteKey({ from: 10, to: 24 }) // '10-24' */
export const quoteKey = ({ from, to }: { from: number; to: number }): string => `${from}-${to}`;

/** The key of a forecast: its place and the day from which it predicts, since one sentence may hold several. */
export const forecastKey = ({ span, from }: { span: { from: number; to: number }; from: string }): string =>
  `${span.from}-${span.to}:${from}`;

/** Body of `POST /api/v1/articles/:id/corrections`. A later one with the same kind and key replaces the earlier. */
export const correctionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mention'), key: targetRef, value: judged(mentionValue), note }).strict(),
  z.object({ kind: z.literal('quote'), key: quoteKeyText, value: judged(quoteValue), note }).strict(),
  z
    .object({
      kind: z.literal('forecast'),
      key: forecastKeyText,
      /** Fields that are left out stay as they were read. */
      value: z.union([z.literal('confirm'), z.object(forecastValue.shape).partial().strict()]),
      note,
    })
    .strict(),
]);
export type CorrectionInput = z.infer<typeof correctionInput>;

const correctionShape = {
  id: z.string(),
  articleId: z.string(),
  key: z.string(),
  /** Whether the analysis had said the same when it was judged. */
  confirms: z.boolean(),
  /** Whether the article, as the analysis reads it now, still holds what the correction speaks of. */
  applies: z.boolean(),
  /** The version of the analysis that was judged. */
  version: z.string(),
  /** The words that a statement was judged on; null for mentions. */
  words: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: instant,
};

/** A correction in force. `said` is what the analysis had said. */
export const correction = z.discriminatedUnion('kind', [
  z.object({
    ...correctionShape,
    kind: z.literal('mention'),
    value: mentionValue,
    said: z.object({ label: sentimentLabel, score: z.number() }),
  }),
  z.object({ ...correctionShape, kind: z.literal('quote'), value: quoteValue, said: quoteValue }),
  z.object({ ...correctionShape, kind: z.literal('forecast'), value: forecastValue, said: forecastValue }),
]);
export type Correction = z.infer<typeof correction>;

const judgedShares = {
  /** Share of judgements that the analysis in use agrees with now; where it was read anew, with its new reading. */
  accuracy: estimate,
  /** Share that people confirmed at the moment of judging. */
  agreement: estimate,
};
const labelQuality = z.object({
  ...judgedShares,
  /** Cohen's κ between people and the analysis now; null where it is not defined. */
  kappa: z.number().nullable(),
});
export type LabelQuality = z.infer<typeof labelQuality>;

/** Answer of `GET /api/v1/quality`. People judge what catches their eye: a gold set, not a random sample. */
export const qualityResponse = z.object({
  labels: labelQuality,
  /** `counts[i][j]`: people said `labels[i]`, the analysis says `labels[j]` now. */
  confusion: z.object({ labels: z.array(goldLabel), counts: z.array(z.array(z.int().nonnegative())) }),
  languages: z.array(labelQuality.extend({ lang: z.string(), articles: z.int().nonnegative() })),
  targets: z.array(labelQuality.extend({ target: targetRef, name: z.string() })),
  statements: z.array(z.object({ kind: z.enum(['quote', 'forecast']), ...judgedShares })),
  /** Analysis versions behind what is counted, newest day first. */
  versions: z.array(
    z.object({ version: z.string(), articles: z.int().positive(), first: z.iso.date(), last: z.iso.date() }),
  ),
});
export type QualityResponse = z.infer<typeof qualityResponse>;
