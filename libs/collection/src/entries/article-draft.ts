import type { ArticleDraft } from '../intake/article-intake.port.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { identityUrl } from '../urls/identity-url.js';
import type { AnnouncedEntry } from './announced-entry.js';

/** Below this a page's text is not taken over the feed's own. */
const SHORTEST_PAGE = 200;

/** Which program made the text; a later version re-extracts. */
const EXTRACTOR = 'timbre-1';

/**
 * Joins what the feed announced with what its page holds. The page's text wins unless it is shorter than the feed's;
 * the feed's date wins, because publishers keep it with more care than page templates do.
 *
 * @param page null where the page was not fetched
 * @returns null when neither holds words
 */
export function articleDraft(
  sourceId: string,
  entry: AnnouncedEntry,
  page: ExtractedPage | null,
  now: Date,
): ArticleDraft | null {
  const pageText =
    page !== null && (page.text.length >= SHORTEST_PAGE || page.text.length > entry.text.length) ? page.text : '';
  const text = pageText.length >= entry.text.length ? pageText : entry.text;
  if (text.trim() === '' && entry.title.trim() === '') return null;
  const url = page?.url ?? entry.url;
  const published = entry.published !== null ? new Date(entry.published) : (page?.published ?? null);
  const standIn = published ?? (entry.seen === undefined ? null : new Date(entry.seen));
  return {
    sourceId,
    ...(url !== null && { url, canonicalUrl: identityUrl(url, { canonicalLink: page?.canonicalLink ?? null }) }),
    title: entry.title || page?.title || text.split('\n', 1)[0]?.slice(0, 200) || '',
    text: text || entry.title,
    ...defined('byline', entry.byline ?? page?.byline),
    ...defined('lang', page?.lang ?? entry.lang),
    ...(standIn !== null && { published: standIn }),
    dated: published !== null,
    collected: now,
    extractor: EXTRACTOR,
  };
}

function defined<Key extends string>(key: Key, value: string | null | undefined): Partial<Record<Key, string>> {
  return value ? ({ [key]: value } as Record<Key, string>) : {};
}
