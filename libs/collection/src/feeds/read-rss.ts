import type { Feed } from './feed.js';
import { readContext, type ReadContext } from './read-context.js';
import { authorsOf, href, readRssItem } from './read-rss-item.js';
import { resolveUrl } from './resolve-url.js';
import { readHtml, readTitle } from './text-construct.js';
import { updateSchedule } from './update-schedule.js';
import { childrenNamed, descendantsNamed, firstText, isElement } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** What is known about the feed apart from its entries, in every format. */
export type FeedHead = Omit<Feed, 'encoding' | 'format' | 'entries'>;

/**
 * Reads RSS 0.9–2.0 and RDF, whichever way the root and channel are nested; items count wherever they stand.
 *
 * @param root the `rss` or `rdf:RDF` element, or a `channel` that lacks it
 */
export function readRss(root: XmlElement, now?: Date): Omit<Feed, 'encoding'> {
  const format = root.name === 'rdf' ? 'rdf' : 'rss';
  const channel = root.name === 'channel' ? root : (descendantsNamed(root, ['channel'], ['item'])[0] ?? root);
  const context = readContext(['', 'rss', coreNamespace(root, channel)], now);
  const items = descendantsNamed(root, ['item']).filter(({ namespace }) => context.core.includes(namespace));
  const makers = channelAuthors(channel, context);
  const entries = items.map((item) => readRssItem(item, context));
  for (const entry of entries) if (entry.authors.length === 0) entry.authors = makers;
  return { format, ...readChannel(channel, root, context), entries };
}

/** Who makes the whole feed, for entries that name nobody; an editor or web master has not written them. */
function channelAuthors(channel: XmlElement, context: ReadContext): string[] {
  const makers = channel.children.filter((child) => isElement(child) && /^(?:author|creator)$/.test(child.name));
  return authorsOf({ ...channel, children: makers }, context);
}

/** The channel's own vocabulary, even if it is an unknown one; the RDF root's is RDF and no core of RSS. */
const coreNamespace = (root: XmlElement, channel: XmlElement): string =>
  (root.name === 'rdf' ? channel : root).namespace;

function readChannel(channel: XmlElement, root: XmlElement, context: ReadContext): FeedHead {
  const { core } = context;
  const named = (namespaces: readonly string[], ...names: string[]) => childrenNamed(channel, namespaces, ...names);
  const first = <T>(elements: XmlElement[], read: (element: XmlElement) => T | null): T | null =>
    elements.reduce<T | null>((found, element) => found ?? read(element), null);
  const atomLink = (rel: RegExp) => named(['atom'], 'link').find((link) => rel.test(link.attributes.get('rel') ?? ''));
  const language =
    firstText([...named(core, 'language'), ...named(['dc', 'dcterms'], 'language')]) ??
    channel.language ??
    root.language;
  return {
    title: first([...named(core, 'title'), ...named(['dc', 'itunes', 'atom'], 'title')], (e) => readTitle(e, 'html')),
    link: first(
      [...named(core, 'link').reverse(), ...[atomLink(/^(?:alternate|)$/i)].flatMap((link) => link ?? [])],
      href,
    ),
    description: first(
      [
        ...named(core, 'description', 'tagline', 'subtitle'),
        ...named(['dc'], 'description'),
        ...named(['itunes', 'googleplay'], 'summary', 'description', 'subtitle'),
        ...named(['atom'], 'subtitle'),
      ],
      (e) => readHtml(e, 'html'),
    ),
    language: language?.trim().replaceAll('_', '-') || null,
    updated: context.date([
      ...named(core, 'lastbuilddate'),
      ...named(['dc'], 'date'),
      ...named(['dcterms'], 'modified'),
      ...named(['atom'], 'updated'),
      ...named(core, 'pubdate'),
    ]),
    self: first(
      [atomLink(/^self$/i)].flatMap((link) => link ?? []),
      href,
    ),
    hub: first(
      [atomLink(/^hub$/i)].flatMap((link) => link ?? []),
      href,
    ),
    ...updateSchedule(channel, core),
    image: imageOf(channel, root, core),
  };
}

function imageOf(channel: XmlElement, root: XmlElement, core: readonly string[]): string | null {
  const images = [...childrenNamed(channel, core, 'image'), ...childrenNamed(root, core, 'image')];
  const url = firstText(images.flatMap((image) => childrenNamed(image, core, 'url')));
  const podcast = childrenNamed(channel, ['itunes', 'googleplay'], 'image')[0]?.attributes.get('href');
  const reference = url ?? podcast;
  return reference ? resolveUrl(reference, channel.base) : null;
}
