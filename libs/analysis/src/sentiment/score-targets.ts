import type { SentimentLabel, Span, TargetReading } from '@timbre/contracts';
import type { AnnotatedDocument, EntityOccurrence, SentencePlace } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import type { SentimentModel } from '../learned/sentiment-model.js';
import { combinedVote } from './combined-vote.js';
import { type MentionRange, mentionRange } from './mention-range.js';
import { readTarget } from './read-target.js';
import { ruleVote } from './rule-vote.js';
import { type DocumentScore, scoreDocument } from './score-document.js';
import { readSentenceTerms } from './sentence-terms.js';
import type { SentenceVote } from './sentence-vote.js';
import { labelOf, weightedScore } from './weighted-score.js';

/** Where a topic's query matched; it is scored like an entity that is named there. */
interface TopicMatch {
  id: string;
  name: string;
  spans: readonly Span[];
}

interface SentimentReading {
  /** In order of first occurrence; aspects are added by the aspect layer. */
  targets: TargetReading[];
  document: DocumentScore;
}

interface Target {
  id: string;
  kind: TargetReading['kind'];
  name: string;
  votes: (SentenceVote & Span & { place: SentencePlace })[];
}

/** Index of the sentence that holds an offset, −1 between sentences. Sentences are sorted: halving keeps long texts linear. */
function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && offset >= found.from ? low : -1;
}

function topicOccurrences(document: AnnotatedDocument, topics: readonly TopicMatch[]): EntityOccurrence[] {
  const { sentences } = document;
  const occurrences: EntityOccurrence[] = [];
  for (const topic of topics) {
    for (const span of topic.spans) {
      const sentence = sentenceAt(sentences, span.from);
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
    targets.set(occurrence.entityId, { id, kind: kindOf(occurrence), name: occurrence.name, votes: [] });
  }
  for (const [index, occurrences] of [...bySentence].sort(([a], [b]) => a - b)) {
    const sentence = sentences[index];
    const sentenceTerms = terms[index];
    if (sentence === undefined || sentenceTerms === undefined) continue;
    const mentions = occurrences
      .map((occurrence) => mentionRange(occurrence, sentence))
      .filter((range): range is MentionRange => range !== undefined);
    const read = [...new Set(mentions.map(({ entityId }) => entityId))].map((id) => {
      const own = mentions.filter(({ entityId }) => entityId === id);
      return { id, own, read: readTarget(own, mentions, sentenceTerms, sentence) };
    });
    const language = model?.get(sentence.lang);
    for (const target of read) {
      const rivals = read
        .filter((other) => other !== target)
        .map(({ own, read: { sum } }) => ({ first: own[0]?.first ?? 0, sum }));
      const vote =
        language === undefined
          ? ruleVote(target.read)
          : combinedVote({ sentence, terms: sentenceTerms, mentions, rivals, ...target }, language);
      if (vote.terms.length === 0) continue;
      const { from, to, place } = sentence;
      targets.get(target.id)?.votes.push({ ...vote, from, to, place });
    }
  }
  return {
    targets: [...targets.values()].map((target) => readingOf(target)),
    document: scoreDocument(sentences, terms),
  };
}

/** Mean probability of the final label over the votes, or the mean confidence where only the rules voted. */
function certainty(label: SentimentLabel, votes: readonly SentenceVote[], mean: number): number {
  const place = { negative: 0, neutral: 1, positive: 2 }[label];
  let sum = 0;
  let weights = 0;
  for (const { probabilities, confidence } of votes) {
    if (probabilities === undefined) return mean;
    sum += confidence * (probabilities[place] ?? 0);
    weights += confidence;
  }
  return weights === 0 ? mean : sum / weights;
}

function readingOf({ id, kind, name, votes }: Target): TargetReading {
  const { score, confidence } = weightedScore(votes);
  const label = labelOf(score);
  return {
    id,
    kind,
    name,
    score,
    label,
    confidence: certainty(label, votes, confidence),
    evidence: votes.map(({ from, to, place, score: part, confidence: c, terms }) => ({
      from,
      to,
      place,
      score: part,
      confidence: c,
      terms,
    })),
    aspects: [],
  };
}
