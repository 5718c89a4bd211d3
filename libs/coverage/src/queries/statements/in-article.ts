import type { SourceFacts } from '@timbre/collection';
import type { StoredStatement } from './quote-list.repository.js';

/** Where a statement was made, as lists show it. */
export function inArticle(row: StoredStatement<unknown>, sources: ReadonlyMap<string, SourceFacts>) {
  const source = sources.get(row.sourceId);
  return {
    id: `${row.articleId}:${row.ordinal}`,
    articleId: row.articleId,
    title: row.title,
    sourceName: source?.name ?? row.sourceId,
    published: row.published.toISOString(),
    sample: source?.sample ?? false,
  };
}
