import { Parser } from 'htmlparser2';
import { MarkupTooDeepError } from './feed-errors.js';
import { resolveUrl } from './resolve-url.js';

/** A feed that a page offers. */
export interface DiscoveredFeed {
  url: string;
  title: string | null;
  type: string | null;
  /** `link`: announced in the head; `anchor`: a link in the page that looks like one to a feed. */
  via: 'link' | 'anchor';
}

/** More than this on one page is a list of other people's feeds. */
const MOST = 50;
/** Characters of a page that are read. */
const LONGEST_PAGE = 1024 * 1024;
/** Deeper pages would make the parser's stack of open elements quadratic. */
const DEEPEST = 2000;

const FEED_TYPE =
  /^(?:application\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|json|xml|rdf|x[.-]atom\+xml)|text\/(?:xml|rss|atom))\s*(?:;|$)/i;
const FEED_PATH =
  /(?:^|[/._-])(?:rss2?|atom|feeds?|rdf)(?:$|[/._-])|\.(?:rss|rdf|atom)$|\/feed\/?$|[?&](?:feed|format|output|type)=(?:rss2?|atom|rdf)/i;

/**
 * The feeds a web page offers, best first: those announced by `<link rel="alternate">` in document order, then links
 * of the same site whose address or text says feed. Comment feeds come last. Absolute URLs, each once.
 *
 * @param url where the page came from; a `base` element in it goes before
 */
export function discoverFeeds(html: string, url: string): DiscoveredFeed[] {
  const links: DiscoveredFeed[] = [];
  const anchors: DiscoveredFeed[] = [];
  let base = url;
  let baseSeen = false;
  let anchor: { reference: string; text: string } | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > DEEPEST) throw new MarkupTooDeepError(DEEPEST);
      if (name === 'base' && !baseSeen && attributes.href) {
        base = resolveUrl(attributes.href, url) ?? url;
        baseSeen = true;
      } else if (name === 'link') {
        const feed = announcedFeed(attributes, base);
        if (feed) links.push(feed);
      } else if (name === 'a' && attributes.href) anchor = { reference: attributes.href, text: '' };
    },
    ontext(text) {
      if (anchor && anchor.text.length < 200) anchor.text += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (name !== 'a' || !anchor) return;
      const feed = linkedFeed(anchor.reference, anchor.text, base);
      if (feed) anchors.push(feed);
      anchor = null;
    },
  });
  readSafely(parser, html);
  return unique([...links, ...anchors])
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
}

/** Feeds announced before a page turns into an attack are found all the same. */
function readSafely(parser: Parser, html: string): void {
  try {
    parser.write(html.slice(0, LONGEST_PAGE));
    parser.end();
  } catch (error) {
    if (!(error instanceof MarkupTooDeepError)) throw error;
  }
}

function announcedFeed(attributes: Record<string, string>, base: string): DiscoveredFeed | null {
  const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/);
  const type = attributes.type?.trim() ?? '';
  const announced = relations.includes('feed') || (relations.includes('alternate') && FEED_TYPE.test(type));
  if (!announced || !attributes.href) return null;
  const url = webAddress(attributes.href, base);
  if (!url || /\/wp-json\/|oembed/i.test(url)) return null;
  return { url, title: attributes.title?.trim() || null, type: type || null, via: 'link' };
}

function linkedFeed(reference: string, text: string, base: string): DiscoveredFeed | null {
  const url = webAddress(reference, base);
  if (!url || !FEED_PATH.test(url.replace(/^https?:\/\/[^/]*/i, '')) || !sameSite(url, base)) return null;
  return { url, title: text.replace(/\s+/g, ' ').trim() || null, type: null, via: 'anchor' };
}

function webAddress(reference: string, base: string): string | null {
  const url = resolveUrl(reference.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'), base);
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function sameSite(url: string, base: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(base)) return false;
  const [host, own] = [new URL(url).hostname, new URL(base).hostname.replace(/^www\./, '')];
  return host === own || host.endsWith(`.${own}`);
}

function unique(feeds: DiscoveredFeed[]): DiscoveredFeed[] {
  const seen = new Set<string>();
  return feeds.filter(({ url }) => !seen.has(url) && seen.add(url));
}

/** Announced before linked, articles before comments; `sort` keeps the document's order among equals. */
const rank = ({ via, url, title }: DiscoveredFeed): number =>
  (via === 'link' ? 0 : 2) + (/comments?\b|评论/i.test(`${url} ${title ?? ''}`) ? 1 : 0);
