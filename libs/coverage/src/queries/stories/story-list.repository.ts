import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type StoryQuery } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import { mentionConditions } from '../measures/mention-conditions.js';
import { SqlParameters } from '../measures/sql-parameters.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';

/** Where a page of stories ended. */
export interface AfterStory {
  articles: number;
  last: Date;
  id: string;
}

export interface StoryListQuestion extends Pick<StoryQuery, 'order' | 'least' | 'limit'> {
  filter: ResolvedFilter;
  after?: AfterStory;
}

/** A story as a list shows it; scores in ten-thousandths. */
export interface ListedStory {
  id: string;
  articleId: string;
  title: string;
  lang: string;
  sourceId: string;
  sources: string[];
  first: Date;
  last: Date;
  articles: number;
  languages: string[];
  score: number;
  lowest: number;
  highest: number;
}

/** Mentions looked at, newest first: grouping more of them into stories would take seconds. */
const mostMentions = 100_000;

@Injectable()
export class StoryListRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stories that mention the filter's first target in its range, with what their prints there add up to. Mentions
   * come off the target's index, newest first; only the page's own stories are joined to their first articles.
   */
  page({ filter, order, least, limit, after }: StoryListQuestion): Promise<ListedStory[]> {
    const parameters = new SqlParameters();
    const found = `SELECT m.article_id, m.published, m.source_id, m.lang, m.score FROM mention m
      WHERE m.target = ${parameters.add(filter.targets[0] ?? ALL_COVERAGE)}
        AND m.published >= ${parameters.add(filter.from)}::timestamptz
        AND m.published < ${parameters.add(filter.to)}::timestamptz${mentionConditions(filter, parameters)}
      ORDER BY m.published DESC, m.article_id DESC LIMIT ${mostMentions}`;
    const [key, sort] =
      order === 'size'
        ? ['(articles, last, story_id)', 'articles DESC, last DESC, story_id DESC']
        : ['(last, story_id)', 'last DESC, story_id DESC'];
    const place = (at: AfterStory): string =>
      `(${[
        ...(order === 'size' ? [`${parameters.add(at.articles)}::bigint`] : []),
        `${parameters.add(at.last)}::timestamptz`,
        `${parameters.add(at.id)}::uuid`,
      ].join(', ')})`;
    return this.database.query<ListedStory>(
      `WITH found AS MATERIALIZED (${found}),
       grouped AS (
         SELECT a.story_id, count(*) AS articles, array_agg(DISTINCT f.source_id) AS sources,
                min(f.published) AS first, max(f.published) AS last, array_agg(DISTINCT f.lang) AS languages,
                avg(f.score)::float8 AS score, min(f.score) AS lowest, max(f.score) AS highest
         FROM found f JOIN article a ON a.id = f.article_id
         GROUP BY a.story_id HAVING count(*) >= ${parameters.add(least)}),
       page AS MATERIALIZED (
         SELECT * FROM grouped${after === undefined ? '' : ` WHERE ${key} < ${place(after)}`}
         ORDER BY ${sort} LIMIT ${parameters.add(limit)})
       SELECT p.story_id AS id, a.id AS "articleId", a.title, a.lang, a.source_id AS "sourceId", p.sources,
              p.first, p.last, p.articles::int AS articles, p.languages, p.score, p.lowest, p.highest
       FROM page p JOIN story s ON s.id = p.story_id JOIN article a ON a.id = s.lead_article
       ORDER BY ${sort.replaceAll('story_id', 'p.story_id').replace('articles', 'p.articles')}`,
      parameters.values,
    );
  }
}
