import { escapeAttribute, escapeText } from './escape-html.js';
import { NotAFeedError } from './feed-errors.js';
import { resolveUrl } from './resolve-url.js';
import { descendantsNamed, elementsOf, textOf } from './xml-query.js';
import { parseXmlTree, type XmlElement } from './xml-tree.js';

/** A subscription in an OPML list. */
export interface OpmlFeed {
  title: string;
  xmlUrl: string;
  htmlUrl: string | null;
  language: string | null;
  /** The folders it is in, outermost first. */
  folders: string[];
}

/**
 * The subscriptions of an OPML list, each address once, in order; outlines without a feed address are folders.
 *
 * @throws NotAFeedError when it is no OPML
 */
export function parseOpml(text: string): OpmlFeed[] {
  const tree = parseXmlTree(text);
  const root = descendantsNamed(tree, ['opml'])[0];
  if (!root) throw new NotAFeedError('no OPML list');
  const feeds = new Map<string, OpmlFeed>();
  const visit = (parent: XmlElement, folders: string[]): void => {
    for (const outline of elementsOf(parent)) {
      if (outline.name === 'body') visit(outline, folders);
      if (outline.name !== 'outline') continue;
      const feed = readOutline(outline, folders);
      if (feed && !feeds.has(feed.xmlUrl)) feeds.set(feed.xmlUrl, feed);
      visit(outline, feed ? folders : [...folders, labelOf(outline)].filter((folder) => folder !== ''));
    }
  };
  visit(root, []);
  return [...feeds.values()];
}

const labelOf = ({ attributes }: XmlElement): string =>
  (attributes.get('text') ?? attributes.get('title') ?? '').trim();

function readOutline(outline: XmlElement, folders: string[]): OpmlFeed | null {
  const { attributes } = outline;
  const address =
    attributes.get('xmlurl') ??
    (/^(?:rss|atom)$/i.test(attributes.get('type') ?? '') ? attributes.get('url') : undefined);
  const xmlUrl = address ? resolveUrl(address.replace(/^feed:\/\//i, 'http://'), undefined) : null;
  if (!xmlUrl || !/^https?:\/\//i.test(xmlUrl)) return null;
  const site = attributes.get('htmlurl');
  const htmlUrl = site ? resolveUrl(site, undefined) : null;
  const title = labelOf(outline) || textOf(outline) || xmlUrl;
  return { title, xmlUrl, htmlUrl, language: attributes.get('language') ?? null, folders };
}

/**
 * Writes subscriptions as OPML 2.0, folders as nested outlines.
 *
 * @param title of the list
 * @param created written into the head as RFC 822 date
 */
export function writeOpml(feeds: readonly OpmlFeed[], title: string, created: Date): string {
  const body = outlines(feeds, 0, '    ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escapeText(title)}</title>\n    <dateCreated>${created.toUTCString()}</dateCreated>\n  </head>\n  <body>\n${body}  </body>\n</opml>\n`;
}

function outlines(feeds: readonly OpmlFeed[], depth: number, indent: string): string {
  const here = feeds.filter(({ folders }) => folders.length === depth).map((feed) => `${indent}${outline(feed)}\n`);
  const names = new Set(feeds.flatMap(({ folders }) => folders[depth] ?? []));
  const nested = [...names].map((name) => {
    const inside = feeds.filter(({ folders }) => folders[depth] === name);
    return `${indent}<outline text="${escapeAttribute(name)}">\n${outlines(inside, depth + 1, `${indent}  `)}${indent}</outline>\n`;
  });
  return [...here, ...nested].join('');
}

function outline({ title, xmlUrl, htmlUrl, language }: OpmlFeed): string {
  const optional = [htmlUrl && ['htmlUrl', htmlUrl], language && ['language', language]].filter(
    (pair) => !!pair,
  ) as string[][];
  const pairs = [['type', 'rss'], ['text', title], ['title', title], ['xmlUrl', xmlUrl], ...optional];
  return `<outline ${pairs.map(([name, value]) => `${name}="${escapeAttribute(value!)}"`).join(' ')}/>`;
}
