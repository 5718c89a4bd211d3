import { z } from 'zod';
import { entityKind } from './catalogue.js';
import { sentimentLabel } from './sentiment-label.js';
import { span } from './span.js';

/** −1 (comes off badly) … +1 (comes off well). */
export const score = z.number().min(-1).max(1);
/** 0 … 1, calibrated where the README of `analysis` says so. */
export const confidence = z.number().min(0).max(1);

/** Words inside an evidence sentence and what they added to its score; the weights sum to the sentence's score. */
export const evidenceTerm = span.extend({ weight: z.number() });
export type EvidenceTerm = z.infer<typeof evidenceTerm>;

/** A sentence that moved a score. Offsets are into the reading's `text`. */
export const evidence = span.extend({
  score,
  confidence: confidence.optional(),
  /** Where the sentence stands: it decides its weight (title 2, lead 1.5, body 1). */
  place: z.enum(['title', 'lead', 'body']).optional(),
  terms: z.array(evidenceTerm),
});
export type Evidence = z.infer<typeof evidence>;

export const aspect = z.enum([
  'cost',
  'quality',
  'safety',
  'legality',
  'timing',
  'openness',
  'jobs',
  'authenticity',
  'business',
]);
export type Aspect = z.infer<typeof aspect>;

export const targetKind = z.enum(['topic', 'entity', 'given']);

/** How one target comes off in one article. */
export const targetReading = z.object({
  /** Entity or topic id; for targets that the caller gave, the name. */
  id: z.string(),
  kind: targetKind,
  name: z.string(),
  score,
  label: sentimentLabel,
  confidence,
  evidence: z.array(evidence),
  aspects: z.array(z.object({ aspect, score, label: sentimentLabel, evidence: z.array(evidence) })).default([]),
});
export type TargetReading = z.infer<typeof targetReading>;

/** A topic whose query matched, and the words that made it match. */
export const topicReading = z.object({
  id: z.string(),
  name: z.string(),
  matches: z.array(span.extend({ clause: z.string() })),
});
export type TopicReading = z.infer<typeof topicReading>;

/** An entity that occurs, and each place where it does. */
export const entityReading = z.object({
  id: z.string(),
  kind: entityKind,
  name: z.string(),
  mentions: z.array(span.extend({ resolved: z.enum(['name', 'short', 'pronoun', 'role']).optional() })),
});
export type EntityReading = z.infer<typeof entityReading>;

/** A name that the catalogue does not know; proposed, never merged silently. */
export const proposedEntity = z.object({ name: z.string(), kind: entityKind.optional(), mentions: z.array(span) });
export type ProposedEntity = z.infer<typeof proposedEntity>;

/** What somebody said. `from`/`to` span the quoted words in `text`. */
export const quote = span.extend({
  /** Fullest name of the speaker in the article; null when nobody is named. */
  speaker: z.string().nullable(),
  speakerEntity: z.string().optional(),
  text: z.string(),
  direct: z.boolean(),
  /** The reporting verb's stance of the author or speaker: 盛赞, warned … */
  stance: z.enum(['supportive', 'critical', 'neutral']).optional(),
  verb: z.string().optional(),
  /** Sentiment as the speaker's, kept apart from the article's. */
  targets: z
    .array(z.object({ id: z.string(), name: z.string(), score, label: sentimentLabel, aspect: aspect.optional() }))
    .default([]),
});
export type Quote = z.infer<typeof quote>;

export const forecastKind = z.enum(['arrival', 'release', 'denial', 'revision']);
export const hedge = z.enum(['possible', 'likely', 'certain']);
const isoDay = z.iso.date();

/** A claim about when something will happen. Dates are inclusive days; a null end is open. */
export const forecast = z.object({
  subject: z.string().nullable(),
  subjectEntity: z.string().optional(),
  speaker: z.string().nullable(),
  speakerEntity: z.string().optional(),
  /** Predicted interval. */
  from: isoDay,
  to: isoDay.nullable(),
  kind: forecastKind,
  hedge,
  /** The words that carry the claim. */
  text: z.string(),
  span,
  /** Name of the grammar rule that made the interval. */
  rule: z.string(),
  direction: z.enum(['sooner', 'later']).optional(),
  /** The day from which relative times count. */
  statedOn: isoDay.optional(),
  /** What a revision moves away from. */
  previous: z.object({ from: isoDay, to: isoDay.nullable(), text: z.string() }).optional(),
});
export type Forecast = z.infer<typeof forecast>;

/** Everything that the analysis says of one article, with the version of the analysis that said it. */
export const reading = z.object({
  id: z.string(),
  lang: z.string(),
  /** The normalised text that all offsets point into; a title, when given, is its first line. */
  text: z.string(),
  document: z.object({ score, label: sentimentLabel, confidence }),
  targets: z.array(targetReading),
  topics: z.array(topicReading),
  entities: z.array(entityReading),
  proposed: z.array(proposedEntity).default([]),
  quotes: z.array(quote),
  forecasts: z.array(forecast),
  /** What the analysis left out and why, e.g. the tail of a text over the limit. */
  skipped: z.array(z.object({ reason: z.string(), from: z.int().optional(), to: z.int().optional() })).default([]),
  version: z.string(),
});
export type Reading = z.infer<typeof reading>;

/** A target named by the caller; `from`/`to` point at one mention in the text that was given. */
export const givenTarget = z.union([
  z.string().min(1),
  z.object({
    name: z.string().min(1),
    aliases: z.array(z.string().min(1)).optional(),
    from: z.int().nonnegative().optional(),
    to: z.int().nonnegative().optional(),
  }),
]);
export type GivenTarget = z.infer<typeof givenTarget>;

/** One line of input to `timbre analyze`. */
export const analysisInput = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  title: z.string().optional(),
  lang: z.string().optional(),
  url: z.string().optional(),
  /** ISO date or date-time; forecasts count from it. Without it relative times are not resolved. */
  published: z.string().optional(),
  targets: z.array(givenTarget).max(200).optional(),
});
export type AnalysisInput = z.infer<typeof analysisInput>;
