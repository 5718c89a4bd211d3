import type { ArticleDraft } from '@timbre/collection';
import { storableText } from '@timbre/platform';
import { articleIdentity } from '../identity/article-identity.js';

/** A draft with its identity, in the form in which it is stored. */
export interface PlacedDraft {
  id: string;
  contentId: string;
  sourceId: string;
  url: string | null;
  canonicalUrl: string | null;
  title: string;
  text: string;
  byline: string | null;
  excerpt: string;
  lang: string;
  published: Date;
  dated: boolean;
  collected: Date;
  extractor: string | null;
}

const excerptLength = 240;
const oneDay = 86_400_000;
const earliest = Date.UTC(1800, 0, 1);

/**
 * Cleans a draft and finds its identity. A date in the future, before 1800, or not a date counts as none: the
 * moment of collection stands in, and `dated` says so. An undated draft may bring a better moment that stands in.
 */
export function placeDraft(draft: ArticleDraft): PlacedDraft {
  const title = storableText(draft.title).trim();
  const text = storableText(draft.text).trim();
  const canonicalUrl = draft.canonicalUrl ?? draft.url;
  const moment = draft.published?.getTime() ?? Number.NaN;
  const possible = moment >= earliest && moment <= draft.collected.getTime() + oneDay;
  return {
    ...articleIdentity({ canonicalUrl, title, text }),
    sourceId: draft.sourceId,
    url: draft.url ?? draft.canonicalUrl ?? null,
    canonicalUrl: canonicalUrl ?? null,
    title,
    text,
    byline: draft.byline === undefined ? null : storableText(draft.byline),
    excerpt: text
      .slice(0, excerptLength * 4)
      .replace(/\s+/gu, ' ')
      .slice(0, excerptLength)
      .toWellFormed(),
    lang: draft.lang?.slice(0, 35).toLowerCase() ?? 'und',
    published: possible ? new Date(moment) : draft.collected,
    dated: draft.dated && possible,
    collected: draft.collected,
    extractor: draft.extractor ?? null,
  };
}
