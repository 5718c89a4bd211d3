import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type ArticlePage, type ArticleQuery } from '@timbre/contracts';
import { decodeCursor, encodeCursor } from '@timbre/platform';
import { z } from 'zod';
import { searchQuery } from '../../search/search-query.js';
import { Measures } from '../measures/measures.service.js';
import { ArticleListRepository, type ListedArticle } from './article-list.repository.js';
import type { ArticleListQuestion } from './article-list-sql.js';
import { presentArticle, strongestEvidence } from './present-article.js';

const cursorParts = z.tuple([z.iso.datetime(), z.uuid()]);
/** Beyond this, evidence is not cut out for a list. */
const longestBeginning = 200_000;

/** Lists the articles behind any number, newest first. */
@Injectable()
export class ArticleListService {
  constructor(
    private readonly repository: ArticleListRepository,
    private readonly measures: Measures,
  ) {}

  /** @throws InvalidInputError for a search that cannot be read or a cursor of another list. */
  async page(query: ArticleQuery): Promise<ArticlePage> {
    const search = query.q === undefined ? null : searchQuery(query.q);
    const story = query.story === undefined ? undefined : z.uuid().safeParse(query.story);
    const nothingToFind = (query.q?.trim() && search === null) || story?.success === false;
    if (nothingToFind) return { items: [], next: null, total: 0 };
    const question: ArticleListQuestion = {
      ...query,
      from: query.from === undefined ? undefined : new Date(query.from),
      to: query.to === undefined ? undefined : new Date(query.to),
      search,
      story: story?.data,
      mainTarget: query.targets[0] ?? ALL_COVERAGE,
      after: query.cursor === undefined ? undefined : afterOf(query.cursor),
      limit: query.limit + 1,
    };
    const [rows, total] = await Promise.all([
      this.repository.page(question),
      query.cursor === undefined ? this.repository.total(question) : null,
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.present(shown),
      next:
        rows.length > query.limit && last !== undefined ? encodeCursor([last.published.toISOString(), last.id]) : null,
      total,
    };
  }

  private async present(rows: readonly ListedArticle[]): Promise<ArticlePage['items']> {
    const ends = new Map<string, number>();
    for (const { id, evidence } of rows) {
      const end = strongestEvidence(evidence?.evidence)?.to;
      if (end !== undefined && end < longestBeginning) ends.set(id, end);
    }
    const [texts, sources] = await Promise.all([
      ends.size > 0 ? this.repository.textsUpTo(ends) : new Map<string, string>(),
      this.measures.sources(),
    ]);
    const facts = new Map(sources.map((source) => [source.id, source]));
    return rows.map((row) => presentArticle(row, facts, texts.get(row.id)));
  }
}

function afterOf(cursor: string): { published: Date; id: string } {
  const [published, id] = decodeCursor(cursorParts, cursor);
  return { published: new Date(published), id };
}
