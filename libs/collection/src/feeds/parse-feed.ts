import { decodeDocument } from '../encoding/decode-document.js';
import type { Feed, ParseFeedOptions } from './feed.js';
import { EmptyDocumentError, NotAFeedError } from './feed-errors.js';
import { readAtom } from './read-atom.js';
import { isCdf, readCdf } from './read-cdf.js';
import { readJsonFeed } from './read-json-feed.js';
import { readRss } from './read-rss.js';
import { readSitemap } from './read-sitemap.js';
import { resolveUrl } from './resolve-url.js';
import { descendantsNamed, elementsOf } from './xml-query.js';
import { parseXmlTree, type XmlElement } from './xml-tree.js';

const ROOTS = ['rss', 'rdf', 'feed', 'channel', 'urlset', 'sitemapindex', 'entry', 'item'] as const;

/**
 * Reads a feed of any format into one shape: RSS 0.9–2.0, RDF, Atom 0.3/1.0, JSON Feed, CDF, (news) sitemaps.
 *
 * Damage is survived: wrong or missing encodings, undeclared entities and prefixes, unclosed elements; from a document
 * that breaks off come the entries so far. Time and memory are linear in the size of the document.
 *
 * @param document bytes as received (without transfer compression), or text
 * @throws NotAFeedError, EmptyDocumentError, EntityExpansionError, MarkupTooDeepError: all of them `FeedError`
 */
export function parseFeed(document: Uint8Array | string, options: ParseFeedOptions = {}): Feed {
  const { text, encoding } =
    typeof document === 'string'
      ? { text: document, encoding: null }
      : decodeDocument(document, { contentType: options.contentType, kind: 'xml' });
  const feed = readText(text.replace(/^\ufeff/, ''), options);
  return { encoding, ...feed, language: feed.language ?? headerLanguage(options) };
}

function readText(text: string, options: ParseFeedOptions): Omit<Feed, 'encoding'> {
  const start = /\S/.exec(text);
  if (!start) throw new EmptyDocumentError();
  if (start[0] === '{' || start[0] === '[') return readJsonFeed(text, options);
  const base = documentBase(options);
  const tree = parseXmlTree(text, base);
  const root = findRoot(tree, text);
  if (base === undefined) {
    const own = readRoot(emptied(root), options.now).link;
    if (own && /^https?:\/\//i.test(own)) return readRoot(findRoot(rebased(tree, text, own), text), options.now);
  }
  return readRoot(root, options.now);
}

/** The tree with a base that is only known after reading it. Bases that elements state are resolved by reading again. */
function rebased(tree: XmlElement, text: string, base: string): XmlElement {
  if (/xml:base/i.test(text)) return parseXmlTree(text, base);
  const waiting = [tree];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    element.base = base;
    for (const child of elementsOf(element)) waiting.push(child);
  }
  return tree;
}

/** A relative `Content-Location` counts from the URL, an unsafe one not at all. */
function documentBase({ url, contentLocation }: ParseFeedOptions): string | undefined {
  const address = url && URL.canParse(url) ? url : undefined;
  const location = contentLocation ? resolveUrl(contentLocation, address) : null;
  return location && URL.canParse(location) ? location : address;
}

function findRoot(tree: XmlElement, text: string): XmlElement {
  const top = elementsOf(tree).find(({ name }) => (ROOTS as readonly string[]).includes(name));
  if (top) return top;
  const html = elementsOf(tree).some(({ name }) => name === 'html') || /^\s{0,99}<!doctype html/i.test(text);
  const nested = html ? undefined : descendantsNamed(tree, ['rss', 'rdf', 'feed', 'channel'])[0];
  if (nested) return nested;
  throw new NotAFeedError(html ? 'a web page' : describe(elementsOf(tree)[0]));
}

const describe = (element: XmlElement | undefined): string =>
  element ? `an XML document of another kind (<${element.name.slice(0, 40)}>)` : 'a text without markup';

function readRoot(root: XmlElement, now: Date | undefined): Omit<Feed, 'encoding'> {
  switch (root.name) {
    case 'feed':
    case 'entry':
      return readAtom(root, now);
    case 'urlset':
    case 'sitemapindex':
      return readSitemap(root, now);
    case 'channel':
      return isCdf(root) ? readCdf(root, now) : readRss(root, now);
    default:
      return readRss(root, now);
  }
}

/** The root without entries, to learn the feed's link cheaply. */
function emptied(root: XmlElement): XmlElement {
  const withoutEntries = (element: XmlElement): XmlElement => ({
    ...element,
    children: elementsOf(element)
      .filter(({ name }) => name !== 'item' && name !== 'entry' && name !== 'url')
      .map((child) => (child.name === 'channel' ? withoutEntries(child) : child)),
  });
  return withoutEntries(root);
}

const headerLanguage = ({ contentLanguage }: ParseFeedOptions): string | null =>
  contentLanguage?.split(',')[0]?.trim().replaceAll('_', '-') || null;
