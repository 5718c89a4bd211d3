import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { mentionConditions } from '../measures/mention-conditions.js';
import { SqlParameters } from '../measures/sql-parameters.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';

export interface StoryScoreRow {
  storyId: string;
  articleId: string;
  title: string;
  sourceId: string;
  published: Date;
  articles: number;
  /** Ten-thousandths. */
  score: number;
}

/** Which end of a target's stories is asked for. */
export interface ExtremesQuestion {
  target: string;
  direction: 'up' | 'down';
  most: number;
}

/** Finds the stories that pulled targets most in one direction. */
@Injectable()
export class ContributingStoryRepository {
  constructor(private readonly database: Database) {}

  /**
   * First articles of stories about each target in the range, lowest (`down`) or highest (`up`) scores first, newer
   * ones before older ones of the same score. In: the questions, whose place is in `question` of the answer. One
   * statement for all of them, because planning a statement over all months costs more than running it; only the few
   * that are returned are joined to their articles.
   *
   * @param newest - looks at so many mentions per target, newest first; they come off an index in that order.
   */
  extremes(
    filter: ResolvedFilter,
    questions: readonly ExtremesQuestion[],
    newest: number,
  ): Promise<(StoryScoreRow & { question: number })[]> {
    if (questions.length === 0) return Promise.resolve([]);
    const parameters = new SqlParameters();
    const sql = `WITH question AS (
        SELECT (ordinal - 1)::int AS question, target, sign, most
        FROM unnest(${parameters.add(questions.map(({ target }) => target))}::text[],
               ${parameters.add(questions.map(({ direction }) => (direction === 'up' ? 1 : -1)))}::int[],
               ${parameters.add(questions.map(({ most }) => most))}::int[])
          WITH ORDINALITY AS asked (target, sign, most, ordinal)),
      newest AS MATERIALIZED (
        SELECT t.target, m.article_id, m.published, m.score
        FROM (SELECT DISTINCT target FROM question) t, LATERAL (
          SELECT m.article_id, m.published, m.score FROM mention m
          WHERE m.target = t.target AND m.lead
            AND m.published >= ${parameters.add(filter.from)}::timestamptz
            AND m.published < ${parameters.add(filter.to)}::timestamptz${mentionConditions(filter, parameters)}
          ORDER BY m.published DESC, m.article_id DESC LIMIT ${parameters.add(newest)}) m),
      extreme AS MATERIALIZED (
        SELECT q.question, q.sign, e.* FROM question q, LATERAL (
          SELECT article_id, published, score FROM newest n WHERE n.target = q.target
          ORDER BY q.sign * n.score DESC, n.published DESC, n.article_id LIMIT q.most) e)
      SELECT e.question, a.story_id AS "storyId", a.id AS "articleId", a.title, a.source_id AS "sourceId", a.published,
             s.articles, e.score
      FROM extreme e JOIN article a ON a.id = e.article_id JOIN story s ON s.id = a.story_id
      ORDER BY e.question, e.sign * e.score DESC, e.published DESC, e.article_id`;
    return this.database.query<StoryScoreRow & { question: number }>(sql, parameters.values);
  }
}
