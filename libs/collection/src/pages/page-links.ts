import { resolveUrl } from '../feeds/resolve-url.js';
import { lineOf, type PageDocument } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';

const NEXT = /^(?:下一页|下一頁|下页|next page|next|nächste seite|page suivante|siguiente)[\s»›>→]*$/i;

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
  const absolute = (href: string | undefined | null): string | null =>
    href ? resolveUrl(href, url ?? undefined) : null;
  return {
    nextPage: absolute(facts.links.get('next') ?? nextLink(document, url)),
    ampLink: absolute(facts.links.get('amphtml')),
  };
}

/** A link that says "next page" and stays within the article's folder; "next" alone often leads to another article. */
function nextLink(document: PageDocument, url: string | null): string | null {
  for (const element of document.querySelectorAll('a[rel~="next"], [class*="page"] a')) {
    const href = element.getAttribute('href');
    if (!href || href.startsWith('#') || !NEXT.test(lineOf(element))) continue;
    if (!url || !URL.canParse(href, url)) return href;
    const [here, there] = [new URL(url), new URL(href, url)];
    const stem = here.pathname.replace(/(?:_\d+|\/\d+)?(?:\.\w+)?\/?$/, '');
    if (here.host === there.host && there.href !== here.href && there.pathname.startsWith(stem)) return href;
  }
  return null;
}
