import type { SentimentLabel } from '@timbre/contracts';
import { labelSigns } from '../../rollups/contribution.js';
import type { SqlParameters } from './sql-parameters.js';

/** The part of a filter that mentions can be asked about. */
export interface MentionConditions {
  sources: readonly string[];
  languages: readonly string[];
  labels: readonly SentimentLabel[];
  aspects: readonly string[];
  speakers: readonly string[];
}

/** Conditions on mentions `m`, beginning with AND; empty where the filter asks for nothing. */
export function mentionConditions(filter: MentionConditions, parameters: SqlParameters): string {
  const conditions: string[] = [];
  if (filter.sources.length > 0) conditions.push(`m.source_id = ANY(${parameters.add(filter.sources)}::text[])`);
  if (filter.languages.length > 0) conditions.push(`m.lang = ANY(${parameters.add(filter.languages)}::text[])`);
  if (filter.labels.length > 0) {
    conditions.push(`m.label = ANY(${parameters.add(filter.labels.map((label) => labelSigns[label]))}::smallint[])`);
  }
  if (filter.aspects.length > 0) conditions.push(`m.aspects && ${parameters.add(filter.aspects)}::text[]`);
  if (filter.speakers.length > 0) {
    const speakers = parameters.add(filter.speakers);
    conditions.push(
      `EXISTS (SELECT 1 FROM quote q WHERE q.article_id = m.article_id AND q.published = m.published
         AND (q.speaker_entity = ANY(${speakers}::text[]) OR q.speaker = ANY(${speakers}::text[])))`,
    );
  }
  return conditions.map((condition) => ` AND ${condition}`).join('');
}
