import type { KnownArticle } from './article.repository.js';
import type { PlacedDraft } from './place-draft.js';

export interface SortedDrafts {
  fresh: PlacedDraft[];
  /** The source's own page changed its text or its date. */
  changed: { draft: PlacedDraft; known: KnownArticle }[];
}

/**
 * Tells new articles from known ones. Only the source that brought an article may change it: two feeds may carry one
 * URL, one of them in short, and they would overwrite each other at each poll. A page that lost its date keeps it.
 */
export function sortDrafts(drafts: readonly PlacedDraft[], known: ReadonlyMap<string, KnownArticle>): SortedDrafts {
  const sorted: SortedDrafts = { fresh: [], changed: [] };
  for (const draft of drafts) {
    const article = known.get(draft.id);
    if (article === undefined) {
      sorted.fresh.push(draft);
    } else if (article.sourceId === draft.sourceId) {
      const published = draft.dated ? draft.published : article.published;
      const moved = published.getTime() !== article.published.getTime();
      if (moved || draft.contentId !== article.contentId) {
        sorted.changed.push({ draft: { ...draft, published, dated: draft.dated || article.dated }, known: article });
      }
    }
  }
  return sorted;
}

/** One draft per id, the last one: a batch may carry an article twice. In id order, the order of locks. */
export function uniqueDrafts(drafts: readonly PlacedDraft[]): PlacedDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
