import type { Evidence, Span, TargetReading } from '@timbre/contracts';
import type { AnnotatedDocument, EntityOccurrence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import type { SentimentModel } from '../learned/sentiment-model.js';
import { type MentionRange, mentionRange } from './mention-range.js';
import { readTarget } from './read-target.js';
import { ruleVote } from './rule-vote.js';
import { type DocumentScore, scoreDocument } from './score-document.js';
import { readSentenceTerms } from './sentence-terms.js';
import { labelOf, weightedScore } from './weighted-score.js';

/** Where a topic's query matched; it is scored like an entity that is named there. */
export interface TopicMatch {
  id: string;
  name: string;
  spans: readonly Span[];
}

export interface SentimentReading {
  /** In order of first occurrence; aspects are added by the aspect layer. */
  targets: TargetReading[];
  document: DocumentScore;
}

interface Target {
  id: string;
  kind: TargetReading['kind'];
  name: string;
  evidence: Evidence[];
}

function topicOccurrences(document: AnnotatedDocument, topics: readonly TopicMatch[]): EntityOccurrence[] {
  const { sentences } = document;
  const occurrences: EntityOccurrence[] = [];
  for (const topic of topics) {
    for (const span of topic.spans) {
      const sentence = sentences.findIndex(({ from, to }) => span.from >= from && span.from < to);
      if (sentence < 0) continue;
      occurrences.push({
        ...span,
        entityId: `topic:${topic.id}`,
        kind: 'concept',
        name: topic.name,
        sentence,
        resolved: 'name',
      });
    }
  }
  return occurrences;
}

function kindOf(occurrence: EntityOccurrence): TargetReading['kind'] {
  if (occurrence.entityId.startsWith('topic:')) return 'topic';
  return occurrence.kind === 'given' ? 'given' : 'entity';
}

/**
 * Scores every target of a document: each sentence that mentions it votes, the votes are averaged by place and
 * confidence, and the words behind each vote are kept. Without a model only the rules vote.
 */
export function scoreTargets(
  document: AnnotatedDocument,
  lexicons: CompiledLexicons,
  model?: SentimentModel,
  topics: readonly TopicMatch[] = [],
): SentimentReading {
  const { sentences, text } = document;
  const terms = sentences.map((sentence) => readSentenceTerms(sentence, text, lexicons));
  const bySentence = new Map<number, EntityOccurrence[]>();
  const all =
    topics.length === 0 ? document.occurrences : [...document.occurrences, ...topicOccurrences(document, topics)];
  for (const occurrence of all) {
    const known = bySentence.get(occurrence.sentence);
    if (known === undefined) bySentence.set(occurrence.sentence, [occurrence]);
    else known.push(occurrence);
  }
  const targets = new Map<string, Target>();
  for (const occurrence of all) {
    if (targets.has(occurrence.entityId)) continue;
    const id = occurrence.entityId.replace(/^topic:/, '');
    targets.set(occurrence.entityId, { id, kind: kindOf(occurrence), name: occurrence.name, evidence: [] });
  }
  for (const [index, occurrences] of [...bySentence].sort(([a], [b]) => a - b)) {
    const sentence = sentences[index];
    const sentenceTerms = terms[index];
    if (sentence === undefined || sentenceTerms === undefined) continue;
    const mentions = occurrences
      .map((occurrence) => mentionRange(occurrence, sentence))
      .filter((range): range is MentionRange => range !== undefined);
    for (const id of new Set(mentions.map(({ entityId }) => entityId))) {
      const own = mentions.filter(({ entityId }) => entityId === id);
      const vote = ruleVote(readTarget(own, mentions, sentenceTerms, sentence));
      if (vote.terms.length === 0) continue;
      const { from, to, place } = sentence;
      targets
        .get(id)
        ?.evidence.push({ from, to, place, score: vote.score, confidence: vote.confidence, terms: vote.terms });
    }
  }
  return {
    targets: [...targets.values()].map((target) => readingOf(target)),
    document: scoreDocument(sentences, terms),
  };
}

function readingOf({ id, kind, name, evidence }: Target): TargetReading {
  const votes = evidence.map(({ place, score, confidence }) => ({
    place: place ?? ('body' as const),
    score,
    confidence: confidence ?? 1,
  }));
  const { score, confidence } = weightedScore(votes);
  return { id, kind, name, score, label: labelOf(score), confidence, evidence, aspects: [] };
}
