import type { AnalysisInput, Catalogue, GivenTarget, Reading, TargetReading } from '@timbre/contracts';
import { compileCatalogue, type CompiledCatalogue } from './catalogue/compile-catalogue.js';
import { readText, type TextResources } from './document/annotate.js';
import { cleanText } from './document/compose-text.js';
import { limitText } from './document/text-limit.js';
import { catalogueOccurrences, entityReadings } from './entities/entity-readings.js';
import type { SentimentModel } from './learned/sentiment-model.js';
import type { CompiledLexicons } from './lexicon/compile-lexicons.js';
import { readTopics } from './query/read-topics.js';
import { scoreTargets } from './sentiment/score-targets.js';
import { labelOf } from './sentiment/weighted-score.js';

/** Everything that an analyzer is made of; `loadResources` reads what ships. */
export interface AnalysisResources extends TextResources {
  lexicons: CompiledLexicons;
  model?: SentimentModel;
  version: string;
}

/** Turns articles into readings. Not part of it: fetching, storing, and the choice of a stronger scorer. */
export interface Analyzer {
  /** Names the code and the data that a reading came from. */
  version: string;
  compile(catalogue: Catalogue): CompiledCatalogue;
  /** Never throws on any text; the same input and catalogue give the same reading. Linear in the text. */
  analyze(input: AnalysisInput, catalogue: CompiledCatalogue): Reading;
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
    analyze: (input, catalogue) => analyze(input, catalogue, resources),
  };
}

function analyze(input: AnalysisInput, catalogue: CompiledCatalogue, resources: AnalysisResources): Reading {
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
  return {
    id: input.id,
    lang: document.lang,
    text: document.text + cleanText(input.text.slice(text.length)),
    document: sentiment.document,
    targets: withMissing(withEntities(sentiment.targets, read.sameAs), input.targets ?? []),
    topics,
    entities: entityReadings(occurrences),
    proposed: [],
    quotes: [],
    forecasts: [],
    skipped: skipped.map(({ reason, from, to }) => ({
      reason,
      ...(from === undefined ? {} : { from: from + read.composed.bodyFrom }),
      ...(to === undefined ? {} : { to: to + read.composed.bodyFrom }),
    })),
    version: resources.version,
  };
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
