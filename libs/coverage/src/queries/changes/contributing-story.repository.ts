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

/** Finds the stories that pulled a target most in one direction. */
@Injectable()
export class ContributingStoryRepository {
  constructor(private readonly database: Database) {}

  /**
   * First articles of stories about the target in the range, lowest (`down`) or highest (`up`) scores first, newer
   * ones before older ones of the same score. Only the few that are returned are joined to their articles.
   */
  extremes(filter: ResolvedFilter, target: string, direction: 'up' | 'down', most: number): Promise<StoryScoreRow[]> {
    const parameters = new SqlParameters();
    const order = `${direction === 'up' ? 'score DESC' : 'score'}, published DESC, article_id`;
    const sql = `WITH extreme AS MATERIALIZED (
        SELECT m.article_id, m.published, m.score FROM mention m
        WHERE m.target = ${parameters.add(target)} AND m.lead
          AND m.published >= ${parameters.add(filter.from)}::timestamptz
          AND m.published < ${parameters.add(filter.to)}::timestamptz${mentionConditions(filter, parameters)}
        ORDER BY ${order} LIMIT ${parameters.add(most)})
      SELECT a.story_id AS "storyId", a.id AS "articleId", a.title, a.source_id AS "sourceId", a.published,
             s.articles, e.score
      FROM extreme e JOIN article a ON a.id = e.article_id JOIN story s ON s.id = a.story_id
      ORDER BY ${order.replace('score', 'e.score').replace('published', 'e.published')}`;
    return this.database.query<StoryScoreRow>(sql, parameters.values);
  }
}
