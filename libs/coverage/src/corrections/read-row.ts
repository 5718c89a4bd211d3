import type { MentionRow } from '../readings/mention.repository.js';
import type { ForecastRowStored, QuoteRowStored } from '../readings/statement.repository.js';
import type { ReadForecast, ReadMention, ReadQuote } from './stored-correction.js';

/** What of a row the reading said; where the article stands, and whether it leads its story, is left out. */
export function readMention(row: MentionRow): ReadMention {
  const { target, score, label, confidence, aspects, aspect_scores, words, word_weights, evidence } = row;
  return { target, score, label, confidence, aspects, aspect_scores, words, word_weights, evidence };
}

export function readQuote(row: QuoteRowStored): ReadQuote {
  const { ordinal, speaker, speaker_entity, targets, target_labels, body } = row;
  return { ordinal, speaker, speaker_entity, targets, target_labels, body };
}

export function readForecast({ ordinal, subject, speaker, speaker_entity, body }: ForecastRowStored): ReadForecast {
  return { ordinal, subject, speaker, speaker_entity, body };
}
