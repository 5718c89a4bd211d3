import { uuidV5 } from './uuid-v5.js';

interface ArticleIdentity {
  id: string;
  /** Equal for equal title and text, whatever the white space. */
  contentId: string;
}

/** White space and Unicode composition differ between copies of one text; words do not. */
export function comparableText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * An article's id is its identity: the canonical URL, or the content where there is none. So one article cannot
 * enter twice under two dates, whichever partition its readings are in.
 */
export function articleIdentity(draft: { canonicalUrl?: string; title: string; text: string }): ArticleIdentity {
  const contentId = uuidV5('content', `${comparableText(draft.title)}\n${comparableText(draft.text)}`);
  return { id: draft.canonicalUrl === undefined ? contentId : uuidV5('url', draft.canonicalUrl), contentId };
}
