import type { Feed, FeedEntry } from './feed.js';
import { readCategories } from './categories.js';
import { derivedId } from './entry-id.js';
import { mediaFiles } from './media-files.js';
import { readContext, type ReadContext } from './read-context.js';
import { authorsOf, href } from './read-rss-item.js';
import type { FeedHead } from './read-rss.js';
import { resolveUrl } from './resolve-url.js';
import { readHtml, readTitle } from './text-construct.js';
import { updateSchedule } from './update-schedule.js';
import { childrenNamed, descendantsNamed, firstText, textOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/**
 * Reads Atom 0.3 and 1.0 and their ancestors (Echo, Pie).
 *
 * @param root the `feed` element, or a single `entry` document
 */
export function readAtom(root: XmlElement, now?: Date): Omit<Feed, 'encoding'> {
  const context = readContext(['', 'atom', root.namespace], now);
  const entries = [...(root.name === 'entry' ? [root] : []), ...descendantsNamed(root, ['entry'])];
  const own = entries.filter(({ namespace }) => context.core.includes(namespace));
  const feed = root.name === 'entry' ? emptyOf(root) : root;
  return { format: 'atom', ...readHead(feed, context), entries: own.map((entry) => readEntry(entry, feed, context)) };
}

const emptyOf = (element: XmlElement): XmlElement => ({ ...element, children: [] });

function readHead(feed: XmlElement, context: ReadContext): FeedHead {
  const { core } = context;
  const named = (...names: string[]) => childrenNamed(feed, core, ...names);
  const language = firstText(childrenNamed(feed, ['dc'], 'language')) ?? feed.language;
  const image = firstText(named('logo', 'icon'));
  return {
    title:
      firstOf(named('title'), (element) => readTitle(element, 'text')) ??
      readTitle(childrenNamed(feed, ['dc'], 'title')[0], 'html'),
    link: alternateLink(feed, core),
    description: firstOf(
      [
        ...named('subtitle', 'tagline', 'description', 'info'),
        ...childrenNamed(feed, ['dc', 'itunes'], 'description', 'summary'),
      ],
      (e) => readHtml(e, 'text'),
    ),
    language: (feed.attributes.get('xml:lang') ?? language)?.trim().replaceAll('_', '-') || null,
    updated: context.date([
      ...named('updated', 'modified'),
      ...childrenNamed(feed, ['dc', 'dcterms'], 'date', 'modified'),
      ...named('published', 'issued'),
    ]),
    self: linkWith(feed, core, /^self$/i),
    hub: linkWith(feed, core, /^hub$/i),
    ...updateSchedule(feed, core),
    image: image ? resolveUrl(image, feed.base) : null,
  };
}

function readEntry(entry: XmlElement, feed: XmlElement, context: ReadContext): FeedEntry {
  const { core } = context;
  const named = (...names: string[]) => childrenNamed(entry, core, ...names);
  const groups = childrenNamed(entry, ['media'], 'group');
  const title =
    firstOf(named('title'), (e) => readTitle(e, 'text')) ??
    firstOf(
      [
        ...childrenNamed(entry, ['dc'], 'title'),
        ...groups.flatMap((group) => childrenNamed(group, ['media'], 'title')),
      ],
      (e) => readTitle(e, 'html'),
    );
  const summary =
    firstOf(named('summary'), (e) => readHtml(e, 'text')) ??
    firstOf(
      [
        ...childrenNamed(entry, ['dc', 'itunes'], 'description', 'summary'),
        ...[entry, ...groups].flatMap((parent) => childrenNamed(parent, ['media'], 'description')),
      ],
      (e) => readHtml(e, 'html'),
    );
  const content = firstOf([...named('content'), ...childrenNamed(entry, ['content'], 'encoded')], (e) =>
    readHtml(e, 'text'),
  );
  const link = alternateLink(entry, core) ?? contentSource(named('content'));
  const updated = context.date([
    ...named('updated', 'modified'),
    ...childrenNamed(entry, ['dcterms', 'dc'], 'modified', 'date'),
  ]);
  const published =
    context.date([
      ...named('published', 'issued', 'created'),
      ...childrenNamed(entry, ['dcterms'], 'issued', 'created'),
      ...childrenNamed(entry, ['dc'], 'date'),
    ]) ?? updated;
  const id = idOf(named('id')[0], entry.base);
  const own = authorsOf(entry, context);
  const source = named('source')[0];
  return {
    id: id ?? link ?? derivedId([title, published?.toISOString() ?? null, summary ?? content]),
    title,
    link: link ?? (id && /^https?:\/\//i.test(id) ? id : null),
    published,
    updated,
    authors: own.length > 0 ? own : authorsOf(source ?? feed, context),
    summary,
    content,
    categories: readCategories(entry),
    language: entry.language?.replaceAll('_', '-') ?? null,
    media: mediaFiles(entry),
    source: source
      ? { title: readTitle(childrenNamed(source, core, 'title')[0], 'text'), url: alternateLink(source, core) }
      : null,
  };
}

const firstOf = (elements: XmlElement[], read: (element: XmlElement) => string | null): string | null =>
  elements.reduce<string | null>((found, element) => found ?? read(element), null);

/** An id is compared letter by letter, so it stays as written; only a path without a host gets one. */
function idOf(element: XmlElement | undefined, base: string | undefined): string | null {
  const id = textOf(element);
  if (id === '') return null;
  return id.startsWith('/') ? resolveUrl(id, base) : id;
}

function linkWith(parent: XmlElement, core: readonly string[], rel: RegExp): string | null {
  const links = childrenNamed(parent, [...new Set([...core, 'atom'])], 'link').filter((link) =>
    rel.test((link.attributes.get('rel') ?? '').trim()),
  );
  return firstOf(links, hrefOrText);
}

/** The first link to a web page: `rel` missing or `alternate`, pages before other types. */
function alternateLink(parent: XmlElement, core: readonly string[]): string | null {
  const links = childrenNamed(parent, [...new Set([...core, 'atom'])], 'link').filter((link) =>
    /^(?:|alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/i.test(
      (link.attributes.get('rel') ?? '').trim(),
    ),
  );
  const pages = links.filter((link) => /^$|html/i.test(link.attributes.get('type') ?? ''));
  return firstOf([...pages, ...links], hrefOrText);
}

/** Atom's links are in `href`; RSS-minded feeds write the address as text. */
function hrefOrText(link: XmlElement): string | null {
  const reference = link.attributes.get('href');
  return reference ? resolveUrl(reference, link.base) : href(link);
}

function contentSource(contents: XmlElement[]): string | null {
  return firstOf(contents, (content) => {
    const source = content.attributes.get('src');
    return source && /^(?:|text\/.*|.*html.*)$/i.test(content.attributes.get('type') ?? '')
      ? resolveUrl(source, content.base)
      : null;
  });
}
