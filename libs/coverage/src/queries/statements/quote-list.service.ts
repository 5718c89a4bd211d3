import { Injectable } from '@nestjs/common';
import type { CoverageFilter, QuoteRow } from '@timbre/contracts';
import { decodeCursor, encodeCursor } from '@timbre/platform';
import { z } from 'zod';
import { Measures } from '../measures/measures.service.js';
import { inArticle } from './in-article.js';
import { QuoteListRepository } from './quote-list.repository.js';

const cursorParts = z.tuple([z.iso.datetime(), z.uuid(), z.int().min(0).max(32_767)]);

export interface QuotePage {
  items: QuoteRow[];
  next: string | null;
  total: null;
}

/** Lists who said what. */
@Injectable()
export class QuoteListService {
  constructor(
    private readonly repository: QuoteListRepository,
    private readonly measures: Measures,
  ) {}

  async page(filter: CoverageFilter, limit: number, cursor?: string): Promise<QuotePage> {
    const rows = await this.repository.page({
      ...filter,
      from: filter.from === undefined ? undefined : new Date(filter.from),
      to: filter.to === undefined ? undefined : new Date(filter.to),
      after: cursor === undefined ? undefined : afterOf(cursor),
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const sources = new Map((await this.measures.sources()).map((source) => [source.id, source]));
    return {
      items: shown.map((row) => ({ ...row.body, ...inArticle(row, sources) })),
      next:
        rows.length > limit && last !== undefined
          ? encodeCursor([last.published.toISOString(), last.articleId, last.ordinal])
          : null,
      total: null,
    };
  }
}

function afterOf(cursor: string): { published: Date; articleId: string; ordinal: number } {
  const [published, articleId, ordinal] = decodeCursor(cursorParts, cursor);
  return { published: new Date(published), articleId, ordinal };
}
