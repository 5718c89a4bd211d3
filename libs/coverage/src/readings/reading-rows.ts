import {
  ALL_COVERAGE,
  type Reading,
  type TargetRef,
  type TargetReading,
  targetRef,
  targetRefOf,
} from '@timbre/contracts';
import { type LabelSign, labelSigns, scoreScale } from '../rollups/contribution.js';
import { compactEvidence } from './compact-evidence.js';
import { evidenceWords } from './evidence-words.js';
import type { MentionRow } from './mention.repository.js';
import type { ForecastRowStored, QuoteRowStored } from './statement.repository.js';

/** Where the rows of a reading go. */
interface ReadingPlace {
  articleId: string;
  sourceId: string;
  published: Date;
  lead: boolean;
}

export interface ReadingRows {
  mentions: MentionRow[];
  quotes: QuoteRowStored[];
  forecasts: ForecastRowStored[];
}

/** Most quotes and forecasts kept per article: a 5 MB transcript must not flood the tables. */
const mostStatements = 500;

const units = (score: number): number => Math.round(Math.max(-1, Math.min(1, score)) * scoreScale);

/**
 * The rows that one reading becomes: a mention of `all` with the document's score, one mention per target, quotes
 * and forecasts. A topic that matched or an entity that occurs counts as mentioned even where nothing was said that
 * moves a score: it is then neutral, with confidence 0.
 */
export function readingRows(reading: Reading, place: ReadingPlace): ReadingRows {
  const shared = {
    article_id: place.articleId,
    published: place.published,
    source_id: place.sourceId,
    lang: reading.lang,
  };
  const mention = (
    target: TargetRef,
    read: Pick<TargetReading, 'score' | 'label' | 'confidence' | 'evidence' | 'aspects'>,
  ) => {
    const { words, weights } = evidenceWords(reading.text, read.evidence);
    return {
      ...shared,
      target,
      score: units(read.score),
      label: labelSigns[read.label],
      confidence: read.confidence,
      lead: place.lead,
      aspects: read.aspects.map(({ aspect }) => aspect),
      aspect_scores: read.aspects.map(({ score }) => units(score)),
      words,
      word_weights: weights,
      evidence: {
        evidence: compactEvidence(read.evidence),
        aspects: read.aspects.map((part) => ({ ...part, evidence: compactEvidence(part.evidence) })),
      },
    };
  };
  const unscored = { score: 0, label: 'neutral' as const, confidence: 0, evidence: [], aspects: [] };
  const mentions = new Map<TargetRef, MentionRow>();
  mentions.set(ALL_COVERAGE, mention(ALL_COVERAGE, { ...reading.document, ...strongestOf(reading) }));
  for (const target of reading.targets) {
    if (target.kind === 'given') continue;
    const ref = targetRefOf(target.kind, target.id);
    if (targetRef.safeParse(ref).success) mentions.set(ref, mention(ref, target));
  }
  for (const { id } of reading.topics) addMissing(mentions, targetRefOf('topic', id), mention, unscored);
  for (const { id } of reading.entities) addMissing(mentions, targetRefOf('entity', id), mention, unscored);

  const kindOf = new Map<string, TargetRef>(reading.topics.map(({ id }) => [id, targetRefOf('topic', id)]));
  for (const { id } of reading.entities) kindOf.set(id, targetRefOf('entity', id));
  return {
    mentions: [...mentions.values()],
    quotes: reading.quotes.slice(0, mostStatements).map((quote, ordinal) => ({
      ...shared,
      ordinal,
      speaker: quote.speaker,
      speaker_entity: quote.speakerEntity ?? null,
      targets: quote.targets.map(({ id }) => kindOf.get(id) ?? targetRefOf('entity', id)),
      target_labels: quote.targets.map(({ label }): LabelSign => labelSigns[label]),
      body: quote,
    })),
    forecasts: reading.forecasts.slice(0, mostStatements).map((forecast, ordinal) => ({
      ...shared,
      ordinal,
      subject: forecast.subjectEntity ?? forecast.subject,
      speaker: forecast.speaker,
      speaker_entity: forecast.speakerEntity ?? null,
      body: forecast,
    })),
  };
}

function addMissing<Read>(
  mentions: Map<TargetRef, MentionRow>,
  ref: TargetRef,
  mention: (target: TargetRef, read: Read) => MentionRow,
  unscored: Read,
): void {
  if (!mentions.has(ref) && targetRef.safeParse(ref).success) mentions.set(ref, mention(ref, unscored));
}

/** The document has no evidence of its own: the strongest sentences about any target show where its tone comes from. */
function strongestOf({ targets }: Reading): Pick<TargetReading, 'evidence' | 'aspects'> {
  const bySentence = new Map(
    targets.flatMap(({ evidence }) => evidence).map((item) => [`${item.from}-${item.to}`, item]),
  );
  const evidence = [...bySentence.values()]
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || a.from - b.from)
    .slice(0, 5);
  return { evidence, aspects: [] };
}
