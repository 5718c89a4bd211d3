import type {
  AnalysisInput,
  Catalogue,
  GivenTarget,
  Reading,
  Span,
  TargetReading,
  TopicReading,
} from '@timbre/contracts';
import type { AspectCues } from './aspects/aspect-cues.js';
import { readAspects, type TargetPlaces } from './aspects/read-aspects.js';
import { compileCatalogue, type CompiledCatalogue } from './catalogue/compile-catalogue.js';
import { readText, type TextResources } from './document/annotate.js';
import type { AnnotatedDocument, EntityOccurrence, Sentence } from './document/annotated-document.js';
import { cleanText } from './document/compose-text.js';
import { limitText } from './document/text-limit.js';
import { catalogueOccurrences, entityReadings } from './entities/entity-readings.js';
import { proposeNames } from './entities/propose-names.js';
import { extractForecasts } from './forecasts/extract-forecasts.js';
import type { SentimentModel } from './learned/sentiment-model.js';
import type { CompiledLexicons } from './lexicon/compile-lexicons.js';
import { withQuoteTargets } from './quote-targets.js';
import { readTopics } from './query/read-topics.js';
import { extractQuotes } from './quotes/extract-quotes.js';
import type { ReportingVerbs } from './quotes/reporting-verb.js';
import { applyScores, targetKeyOf } from './scoring/apply-scores.js';
import type { ScorerAnswer, ScoringCase } from './scoring/scorer.js';
import { scoreTargets } from './sentiment/score-targets.js';
import { labelOf } from './sentiment/weighted-score.js';

/** Everything that an analyzer is made of; `loadResources` reads what ships. */
export interface AnalysisResources extends TextResources {
  lexicons: CompiledLexicons;
  reportingVerbs: ReportingVerbs;
  aspectCues: AspectCues;
  /** Chinese family names. */
  surnames: ReadonlySet<string>;
  model?: SentimentModel;
  version: string;
}

/** Turns articles into readings. Not part of it: fetching, storing, and calling a stronger scorer. */
export interface Analyzer {
  /** Names the code and the data that a reading came from. */
  version: string;
  compile(catalogue: Catalogue): CompiledCatalogue;
  /** Never throws on any text; the same input and catalogue give the same reading. Linear in the text. */
  analyze(input: AnalysisInput, catalogue: CompiledCatalogue): Reading;
  /** The same in two steps, for a scorer in between. */
  draft(input: AnalysisInput, catalogue: CompiledCatalogue): ReadingDraft;
}

/** A reading that waits for the scores of its targets. */
export interface ReadingDraft {
  /** What a scorer is asked. */
  scoringCase(): ScoringCase;
  /** @param answer a scorer's; the embedded scores without it. @param version of what made the scores */
  finish(answer?: ScorerAnswer, version?: string): Reading;
}

/**
 * @example
 * const analyzer = createAnalyzer(loadResources());
 * const catalogue = analyzer.compile(defaultCatalogue);
 * analyzer.analyze({ id: '1', text: 'OpenAI unveiled Sora.' }, catalogue).entities[0].id // 'openai'
 */
export function createAnalyzer(resources: AnalysisResources): Analyzer {
  return {
    version: resources.version,
    compile: (catalogue) => compileCatalogue(catalogue, resources.simplification),
    analyze: (input, catalogue) => draftReading(input, catalogue, resources).finish(),
    draft: (input, catalogue) => draftReading(input, catalogue, resources),
  };
}

function draftReading(input: AnalysisInput, catalogue: CompiledCatalogue, resources: AnalysisResources): ReadingDraft {
  const { read: text, skipped } = limitText(input.text);
  const read = readText(text, {
    title: input.title,
    lang: input.lang,
    published: input.published,
    givenTargets: input.targets,
    catalogue,
    resources,
  });
  const { document } = read;
  const occurrences = catalogueOccurrences(document.occurrences, read.sameAs, catalogue);
  const topics = readTopics(read, occurrences, catalogue);
  const sentiment = scoreTargets(
    document,
    resources.lexicons,
    resources.model,
    topics.map(({ id, name, matches }) => ({ id, name, spans: matches })),
  );
  const finish = (answer?: ScorerAnswer, version = resources.version): Reading => {
    const scored = answer === undefined ? sentiment.targets : applyScores(sentiment.targets, answer);
    const targets = readAspects(
      targetPlaces(scored, document, topics),
      document.sentences,
      document.occurrences,
      resources.aspectCues,
    );
    const quotes = extractQuotes(document, resources.reportingVerbs);
    return {
      id: input.id,
      lang: document.lang,
      text: document.text + cleanText(input.text.slice(text.length)),
      document: sentiment.document,
      targets: withMissing(withEntities(targets, read.sameAs), input.targets ?? []),
      topics,
      entities: entityReadings(occurrences),
      proposed: proposeNames(
        document.text,
        document.sentences,
        document.occurrences,
        resources.roles,
        resources.surnames,
      ),
      quotes: withQuoteTargets(quotes, targets),
      forecasts: extractForecasts(document, quotes),
      skipped: [
        ...skipped.map((entry) => moved(entry, read.composed.bodyFrom)),
        ...unreadableTopics(catalogue),
        ...(answer?.skipped ?? []),
      ],
      version,
    };
  };
  const scoringCase = (): ScoringCase => ({
    id: input.id,
    lang: document.lang,
    text: document.text,
    sentences: document.sentences,
    targets: targetPlaces(sentiment.targets, document, topics).map(({ reading, spans }) => ({
      key: targetKeyOf(reading),
      name: reading.name,
      mentions: spans,
      embedded: reading,
    })),
  });
  return { scoringCase, finish };
}

/** Where each scored target stands: an entity at its occurrences, a topic where its query matched. */
function targetPlaces(
  targets: readonly TargetReading[],
  document: AnnotatedDocument,
  topics: readonly TopicReading[],
): TargetPlaces[] {
  const byEntity = groupByEntity(document.occurrences);
  const byTopic = new Map(topics.map((topic) => [topic.id, topic]));
  return targets.map((reading) => ({
    reading,
    spans:
      reading.kind === 'topic'
        ? inSentences(byTopic.get(reading.id)?.matches ?? [], document.sentences)
        : (byEntity.get(reading.id) ?? []),
  }));
}

function groupByEntity(occurrences: readonly EntityOccurrence[]): Map<string, EntityOccurrence[]> {
  const groups = new Map<string, EntityOccurrence[]>();
  for (const occurrence of occurrences) {
    const group = groups.get(occurrence.entityId);
    if (group) group.push(occurrence);
    else groups.set(occurrence.entityId, [occurrence]);
  }
  return groups;
}

/** Sorted spans with the sentence that each begins in. */
function inSentences(spans: readonly Span[], sentences: readonly Sentence[]): (Span & { sentence: number })[] {
  let sentence = 0;
  return spans.map(({ from, to }) => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.to ?? 0) <= from) sentence += 1;
    return { from, to, sentence };
  });
}

type Skipped = Reading['skipped'][number];

function moved({ reason, from, to }: Skipped, by: number): Skipped {
  return {
    reason,
    ...(from === undefined ? {} : { from: from + by }),
    ...(to === undefined ? {} : { to: to + by }),
  };
}

/** Topics that were not looked for, since their query cannot be read. */
function unreadableTopics(catalogue: CompiledCatalogue): Skipped[] {
  return catalogue.problems
    .filter((problem) => problem.skipped)
    .map((problem) => ({ reason: `Topic ${problem.id}: ${problem.message}` }));
}

/** A caller's target that is a known entity is reported under both names. */
function withEntities(targets: readonly TargetReading[], sameAs: ReadonlyMap<string, string>): TargetReading[] {
  return targets.flatMap((target) => {
    const id = target.kind === 'given' ? sameAs.get(target.id) : undefined;
    return id === undefined ? [target] : [target, { ...target, id, kind: 'entity' as const }];
  });
}

/** A caller's target that occurs nowhere is answered too: neutral, without evidence, with no confidence. */
function withMissing(targets: readonly TargetReading[], given: readonly GivenTarget[]): TargetReading[] {
  const answered = new Set(targets.filter((target) => target.kind === 'given').map((target) => target.id));
  const missing = given
    .map((target) => (typeof target === 'string' ? target : target.name))
    .filter((name) => !answered.has(name) && answered.add(name));
  return [
    ...targets,
    ...missing.map((name) => ({
      id: name,
      kind: 'given' as const,
      name,
      score: 0,
      label: labelOf(0),
      confidence: 0,
      evidence: [],
      aspects: [],
    })),
  ];
}
