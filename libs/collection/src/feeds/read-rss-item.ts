import type { FeedEntry } from './feed.js';
import { derivedId } from './entry-id.js';
import { readCategories } from './categories.js';
import { mediaFiles } from './media-files.js';
import { personName } from './person.js';
import type { ReadContext } from './read-context.js';
import { resolveUrl } from './resolve-url.js';
import { readHtml, readTitle } from './text-construct.js';
import { childrenNamed, elementsOf, firstText, textOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** Reads an `item` of RSS 0.9–2.0 or RDF, with the extensions that carry the same facts under other names. */
export function readRssItem(item: XmlElement, context: ReadContext): FeedEntry {
  const { core } = context;
  const named = (namespaces: readonly string[], ...names: string[]) => childrenNamed(item, namespaces, ...names);
  const title = titleOf(item, context);
  const { summary, content } = textsOf(item, context);
  const link = linkOf(item, context);
  const media = mediaFiles(item);
  const guid = firstText(named(core, 'guid', 'id'));
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('about') ?? null;
  const published = context.date([
    ...named(core, 'pubdate', 'published', 'date', 'issued'),
    ...named(['dcterms'], 'issued', 'created', 'available'),
    ...named(['atom'], 'published', 'issued', 'created'),
    ...named(['dc'], 'date'),
    ...named(['prism'], 'publicationdate', 'coverdate'),
    ...named(['atom'], 'updated', 'modified'),
  ]);
  const updated = context.date([
    ...named(['dcterms'], 'modified'),
    ...named(['atom'], 'updated', 'modified'),
    ...named(core, 'lastbuilddate', 'updated', 'modified', 'lastmod'),
    ...named(['dc'], 'date'),
  ]);
  return {
    id:
      guid ??
      about ??
      link ??
      derivedId([title, published?.toISOString() ?? null, summary ?? content, media[0]?.url ?? null]),
    title,
    link,
    published,
    updated,
    authors: authorsOf(item, context),
    summary,
    content,
    categories: readCategories(item),
    language: languageOf(item, context),
    media,
    source: sourceOf(named(core, 'source')[0]),
  };
}

function titleOf(item: XmlElement, { core }: ReadContext): string | null {
  const candidates = [
    ...childrenNamed(item, core, 'title'),
    ...childrenNamed(item, ['dc', 'media', 'itunes', 'atom'], 'title'),
  ];
  return candidates.reduce<string | null>((found, element) => found ?? readTitle(element, 'html'), null);
}

function textsOf(item: XmlElement, { core }: ReadContext): { summary: string | null; content: string | null } {
  const first = (elements: XmlElement[]): string | null =>
    elements.reduce<string | null>((found, element) => found ?? readHtml(element, 'html'), null);
  const group = childrenNamed(item, ['media'], 'group');
  const description = first(childrenNamed(item, core, 'description'));
  const ownSummary = first(childrenNamed(item, core, 'summary', 'abstract'));
  const full = first([
    ...childrenNamed(item, ['content'], 'encoded'),
    ...childrenNamed(item, [...core, 'xhtml'], 'body', 'fullitem', 'content', 'fulltext', 'encoded'),
    ...childrenNamed(item, ['atom'], 'content'),
  ]);
  const elsewhere = (): string | null =>
    first([
      ...childrenNamed(item, ['dc', 'dcterms'], 'description', 'abstract'),
      ...childrenNamed(item, ['itunes', 'googleplay'], 'summary', 'description'),
      ...childrenNamed(item, ['atom'], 'summary'),
      ...[item, ...group].flatMap((parent) => childrenNamed(parent, ['media'], 'description', 'text')),
      ...childrenNamed(item, ['itunes'], 'subtitle'),
    ]);
  const summary = description ?? ownSummary ?? elsewhere();
  return { summary, content: full ?? (description !== null ? ownSummary : null) };
}

/** The last link that says where, as browsers' feed readers had it; then what else points at the article. */
function linkOf(item: XmlElement, { core }: ReadContext): string | null {
  const own = childrenNamed(item, core, 'link', 'url').flatMap((link) => href(link) ?? []);
  const original = childrenNamed(item, ['feedburner'], 'origlink')
    .flatMap((link) => href(link) ?? [])
    .at(0);
  const last = own.at(-1);
  if (original && (!last || /feedburner|feedproxy|\/~r\//i.test(last))) return original;
  if (last) return last;
  const atom = childrenNamed(item, ['atom'], 'link').find((link) =>
    /^(?:alternate|)$/i.test(link.attributes.get('rel') ?? ''),
  );
  const guid = childrenNamed(item, core, 'guid').find(
    ({ attributes }) => !/^false$/i.test(attributes.get('ispermalink')?.trim() ?? ''),
  );
  const candidates = [atom && href(atom), guid && webUrl(textOf(guid)), webUrl(item.attributes.get('rdf:about') ?? '')];
  return candidates.find((candidate) => !!candidate) ?? null;
}

const webUrl = (text: string): string | null => (/^https?:\/\/\S+$/i.test(text.trim()) ? text.trim() : null);

/** Where a link element points: its text, or its `href`. */
export function href(link: XmlElement): string | null {
  return resolveUrl(
    textOf(link) || (link.attributes.get('href') ?? link.attributes.get('rdf:resource') ?? ''),
    link.base,
  );
}

/** Who wrote it, from the vocabularies in the order of their precision. */
export function authorsOf(parent: XmlElement, { core }: ReadContext): string[] {
  const groups = [
    childrenNamed(parent, core, 'author'),
    childrenNamed(parent, ['atom'], 'author'),
    childrenNamed(parent, ['dc', 'dcterms'], 'creator', 'author'),
    childrenNamed(parent, ['itunes', 'googleplay'], 'author'),
    childrenNamed(parent, core, 'managingeditor', 'webmaster'),
  ];
  const found = groups.find((group) => group.some((element) => textOf(element) !== '')) ?? [];
  const names = found.map((element) => {
    const parts = elementsOf(element);
    const name =
      firstText(parts.filter((part) => part.name === 'name')) ??
      firstText(parts.filter((part) => part.name === 'email'));
    return personName(name ?? readTitle(element, 'html') ?? '');
  });
  return [...new Set(names.filter((name) => name !== null))];
}

function languageOf(item: XmlElement, { core }: ReadContext): string | null {
  const named = firstText([
    ...childrenNamed(item, ['dc', 'dcterms'], 'language'),
    ...childrenNamed(item, core, 'language'),
  ]);
  return (named ?? item.language)?.replaceAll('_', '-') || null;
}

function sourceOf(source: XmlElement | undefined): FeedEntry['source'] {
  if (!source) return null;
  const url = source.attributes.get('url');
  return { title: readTitle(source, 'html'), url: url ? resolveUrl(url, source.base) : null };
}
