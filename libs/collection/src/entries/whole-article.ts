import { getDomain } from 'tldts';
import type { ExtractedPage } from '../pages/extracted-page.js';

/** Pages that one article may have; what goes on for longer is a gallery or a trap. */
const MOST_PAGES = 10;
/** A text shorter than this may be all that a page without scripts shows: its AMP edition is asked. */
const SHORT = 500;
/** How much longer the AMP edition must be to stand for the page. */
const LONGER = 1.5;
/** What titles of later pages add: "(2)", "– Seite 2", "第2页". */
const PAGE_NUMBER =
  /[\s\-–—|(（]{0,5}(?:page|seite|p\.|第)?\s?\d{1,2}\s?(?:页|頁)?(?:\s?(?:\/|of|von|sur)\s?\d{1,2})?\s?[)）]?$/iu;

/** Reads a page of the same article; null when there is none to be had. */
export type ReadPage = (url: string) => Promise<ExtractedPage | null>;

/**
 * The article with the text of all its pages: follows "next page" on the same host, at most ten pages, never the same
 * twice, and only as long as title and text show that it is the same article going on. A page that shows hardly any text
 * is replaced by its AMP edition, where that has more and nobody asks for money.
 */
export async function wholeArticle(first: ExtractedPage, read: ReadPage): Promise<ExtractedPage> {
  const start = await readableEdition(first, read);
  const lines = start.text.split('\n');
  const known = new Set(lines);
  const visited = new Set([addressOf(start.url), addressOf(start.canonicalLink)]);
  let page = start;
  for (let count = 1; count < MOST_PAGES; count += 1) {
    const next = page.nextPage;
    if (next === null || visited.has(addressOf(next)) || !onHost(next, first.url)) break;
    visited.add(addressOf(next));
    const found = await read(next);
    if (found === null || found.walled || !sameTitle(found.title, start.title)) break;
    const added = found.text.split('\n').filter((line) => line !== '' && !known.has(line));
    if (added.length === 0) break;
    for (const line of added) known.add(line);
    lines.push(...added);
    page = found;
  }
  return { ...start, text: lines.filter((line) => line !== '').join('\n'), nextPage: null };
}

async function readableEdition(page: ExtractedPage, read: ReadPage): Promise<ExtractedPage> {
  const { ampLink, text, url } = page;
  const asked = ampLink !== null && text.length < SHORT && !page.paywalled && addressOf(ampLink) !== addressOf(url);
  if (!asked || !onSite(ampLink, url)) return page;
  const amp = await read(ampLink);
  if (amp === null || amp.walled || amp.paywalled || amp.text.length < text.length * LONGER) return page;
  return { ...page, text: amp.text, walled: false, title: page.title ?? amp.title, byline: page.byline ?? amp.byline };
}

/** An address without what the browser keeps to itself. */
const addressOf = (url: string | null): string | null =>
  url === null ? null : url.replace(/#.*$/s, '').replace(/\/$/, '');

const onHost = (url: string, other: string | null): boolean =>
  other !== null && URL.canParse(url) && URL.canParse(other) && new URL(url).host === new URL(other).host;

const onSite = (url: string, other: string | null): boolean =>
  other !== null && /^https?:/i.test(url) && getDomain(url) !== null && getDomain(url) === getDomain(other);

/** Pages of one article have one title, but for the page's number; a page may have none. */
function sameTitle(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [plainTitle(a), plainTitle(b)];
  return one === other || one.startsWith(other) || other.startsWith(one);
}

const plainTitle = (title: string): string => title.replace(PAGE_NUMBER, '').trim().toLowerCase();
