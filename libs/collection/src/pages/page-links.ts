import { resolveUrl } from '../feeds/resolve-url.js';
import { isNextPage } from './next-page-url.js';
import { briefText, type PageDocument } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';

/** How sites call the link to the next page, in whole. */
const NEXT =
  /^(?:下一页|下一頁|下页|后一页|next page|next|nächste seite|weiter|page suivante|suivante?|siguiente|página siguiente|próxima página|pagina successiva|successiva|volgende pagina|następna strona|далее|次へ|次のページ|다음)[\s»›>→]*$|^[»›>→]+$|^\d{1,3}$/i;
const LONGEST = 30;

/** The page's canonical address, absolute where it can be told. */
export function canonicalLinkOf(facts: PageFacts, url: string | null): string | null {
  const stated = facts.links.get('canonical') ?? metaContent(facts, 'og:url');
  const resolved = stated ? resolveUrl(stated, url ?? undefined) : null;
  return resolved && /^https?:\/\//i.test(resolved) ? resolved : null;
}

/** Where the article goes on, and its AMP edition. */
export function pageLinks(
  document: PageDocument,
  facts: PageFacts,
  url: string | null,
): { nextPage: string | null; ampLink: string | null } {
  const amp = facts.links.get('amphtml');
  return {
    nextPage: nextLink(document, facts, url),
    ampLink: amp ? resolveUrl(amp, url ?? undefined) : null,
  };
}

/** The address of the next page by its number; without an own address to compare with, none is believed. */
function nextLink(document: PageDocument, facts: PageFacts, url: string | null): string | null {
  if (url === null) return null;
  const follows = (href: string | null | undefined): string | null => {
    const absolute = href && !href.startsWith('#') ? resolveUrl(href, url) : null;
    return absolute !== null && isNextPage(url, absolute) ? absolute : null;
  };
  const stated = follows(facts.links.get('next'));
  if (stated !== null) return stated;
  for (const element of document.getElementsByTagName('a')) {
    const text = briefText(element, LONGEST);
    if (text === null || !NEXT.test(text)) continue;
    const next = follows(element.getAttribute('href'));
    if (next !== null) return next;
  }
  return null;
}
