import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import { mentionConditions } from '../measures/mention-conditions.js';
import { SqlParameters } from '../measures/sql-parameters.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';

/** Counts by label. */
export interface LabelRow {
  n: number;
  positive: number;
  negative: number;
}
interface AspectRow extends LabelRow {
  aspect: string;
}
interface HolderRow extends LabelRow {
  speaker: string;
  entityId: string | null;
}
export interface CoMentionRow extends LabelRow {
  target: string;
}
export interface WordRow {
  word: string;
  lang: string;
  count: number;
  /** Σ of the word's weights. */
  weight: number;
}

/** A score of 0.2 in ten-thousandths: less is neutral. */
const leastScore = 2_000;
/** Mentions looked at, newest first: what people and words a target meets does not change with the ten-thousandth. */
const mostMentions = 20_000;
/** Where each mention costs a look into others, fewer will do. */
const fewMentions = 5_000;
const mostRows = 30;

/** What only mentions and quotes can tell of one target. */
@Injectable()
export class TargetDetailRepository {
  constructor(private readonly database: Database) {}

  /** How the target comes off in each aspect. */
  aspects(filter: ResolvedFilter, target: string): Promise<AspectRow[]> {
    const parameters = new SqlParameters();
    return this.database.query<AspectRow>(
      `SELECT u.aspect, count(*)::int AS n, count(*) FILTER (WHERE u.score >= ${leastScore})::int AS positive,
              count(*) FILTER (WHERE u.score <= -${leastScore})::int AS negative
       FROM (${mentionsOf(filter, target, parameters, 'm.aspects, m.aspect_scores')}) m,
            unnest(m.aspects, m.aspect_scores) AS u (aspect, score)
       GROUP BY 1 ORDER BY 2 DESC, 1`,
      parameters.values,
    );
  }

  /** Entities that occur in the same articles, with how they come off there. */
  coMentioned(filter: ResolvedFilter, target: string): Promise<CoMentionRow[]> {
    const parameters = new SqlParameters();
    const mine = mentionsOf(filter, target, parameters, 'm.article_id, m.published', fewMentions);
    // The oldest of the mentions bounds the other side too, so that older months are not even opened.
    return this.database.query<CoMentionRow>(
      `WITH mine AS MATERIALIZED (${mine})
       SELECT o.target, count(*)::int AS n, count(*) FILTER (WHERE o.label > 0)::int AS positive,
              count(*) FILTER (WHERE o.label < 0)::int AS negative
       FROM mine m JOIN mention o ON o.article_id = m.article_id AND o.published = m.published
       WHERE o.target LIKE 'entity:%' AND o.target <> ${parameters.add(target)}
         AND o.published >= (SELECT min(published) FROM mine)
         AND o.published < ${parameters.add(filter.to)}::timestamptz
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostRows}`,
      parameters.values,
    );
  }

  /** Words in the target's evidence: how often, and with what weight in sum. */
  words(filter: ResolvedFilter, target: string): Promise<WordRow[]> {
    const parameters = new SqlParameters();
    return this.database.query<WordRow>(
      `SELECT u.word, m.lang, count(*)::int AS count, sum(u.weight)::float8 AS weight
       FROM (${mentionsOf(filter, target, parameters, 'm.lang, m.words, m.word_weights', fewMentions)}) m,
            unnest(m.words, m.word_weights) AS u (word, weight)
       GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 3000`,
      parameters.values,
    );
  }

  /** Who speaks about the target, and how each speaks of it. */
  holders(filter: ResolvedFilter, target: string): Promise<HolderRow[]> {
    const parameters = new SqlParameters();
    const about =
      target === ALL_COVERAGE
        ? ''
        : ` AND q.targets @> ARRAY[${parameters.add(target)}::text] AND u.target = ${parameters.add(target)}`;
    const conditions = [
      filter.sources.length > 0 ? ` AND q.source_id = ANY(${parameters.add(filter.sources)}::text[])` : '',
      filter.languages.length > 0 ? ` AND q.lang = ANY(${parameters.add(filter.languages)}::text[])` : '',
      filter.unit === 'stories' ? ` AND ${ofLeadArticle}` : '',
    ].join('');
    return this.database.query<HolderRow>(
      `SELECT mode() WITHIN GROUP (ORDER BY q.speaker) AS speaker, q.speaker_entity AS "entityId", count(*)::int AS n,
              count(*) FILTER (WHERE u.label > 0)::int AS positive, count(*) FILTER (WHERE u.label < 0)::int AS negative
       FROM quote q LEFT JOIN LATERAL unnest(q.targets, q.target_labels) AS u (target, label) ON true
       WHERE q.speaker IS NOT NULL AND q.published >= ${parameters.add(filter.from)}::timestamptz
         AND q.published < ${parameters.add(filter.to)}::timestamptz${about}${conditions}
       GROUP BY coalesce(q.speaker_entity, q.speaker), q.speaker_entity ORDER BY 3 DESC, 1 LIMIT ${mostRows}`,
      parameters.values,
    );
  }
}

/** Condition on quotes `q`: said in the first article of a story. */
const ofLeadArticle = `EXISTS (SELECT 1 FROM mention l WHERE l.article_id = q.article_id
  AND l.published = q.published AND l.target = '${ALL_COVERAGE}' AND l.lead)`;

function mentionsOf(
  filter: ResolvedFilter,
  target: string,
  parameters: SqlParameters,
  columns: string,
  most = mostMentions,
): string {
  return `SELECT ${columns} FROM mention m
    WHERE m.target = ${parameters.add(target)} AND m.published >= ${parameters.add(filter.from)}::timestamptz
      AND m.published < ${parameters.add(filter.to)}::timestamptz${filter.unit === 'stories' ? ' AND m.lead' : ''}
      ${mentionConditions(filter, parameters)}
    ORDER BY m.published DESC LIMIT ${most}`;
}
