import { jsonLdObjects, type JsonObject } from './json-ld.js';
import type { PageDocument, PageElement } from './page-dom.js';

/** Everything that a page says of itself outside its text, read once. */
export interface PageFacts {
  /** Contents by lower-case `name`, `property`, `itemprop` or `http-equiv` of meta elements, in order. */
  meta: ReadonlyMap<string, readonly string[]>;
  jsonLd: readonly JsonObject[];
  /** `<link rel=… href=…>`: first address by relation. */
  links: ReadonlyMap<string, string>;
}

/** Contents kept per name; pages with more repeat a list of tags. */
const MOST_CONTENTS = 20;

/** Reads head and structured data of a page. */
export function pageFacts(document: PageDocument): PageFacts {
  const meta = new Map<string, string[]>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (!content) continue;
    for (const name of keysOf(element)) {
      const contents = meta.get(name) ?? [];
      if (contents.length < MOST_CONTENTS) meta.set(name, [...contents, content]);
    }
  }
  const links = new Map<string, string>();
  for (const element of document.getElementsByTagName('link')) {
    const href = element.getAttribute('href')?.trim();
    const rel = element.getAttribute('rel')?.toLowerCase();
    if (!href || !rel) continue;
    for (const relation of rel.split(/\s+/)) if (!links.has(relation)) links.set(relation, href);
  }
  return { meta, links, jsonLd: jsonLdObjects(document) };
}

/** First content of the first of these names that the page has. */
export function metaContent({ meta }: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content) return content;
  }
  return null;
}

function keysOf(element: PageElement): string[] {
  return ['property', 'name', 'itemprop', 'http-equiv']
    .map((attribute) => element.getAttribute(attribute)?.toLowerCase().trim())
    .filter((key): key is string => key !== undefined && key !== '');
}
