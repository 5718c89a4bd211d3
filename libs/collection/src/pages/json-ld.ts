import type { PageDocument } from './page-dom.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Objects read from a page at most; pages with more list products or comments. */
const MOST_OBJECTS = 500;
const DEEPEST = 8;
const LONGEST_SCRIPT = 2_000_000;

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|NewsItem|Report|Review|LiveBlogUpdate|DiscussionForumPosting|WebPage|ItemPage|VideoObject)$/;
const SUREST = /(?:Article|BlogPosting|Report|Review|LiveBlogUpdate)$/;

/** All typed objects of the page's JSON-LD, `@graph` and nested ones included. Broken scripts are passed over. */
export function jsonLdObjects(document: PageDocument): JsonObject[] {
  const found: JsonObject[] = [];
  for (const script of document.getElementsByTagName('script')) {
    if (!/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    const value = parseTolerantly(script.textContent ?? '');
    if (value !== undefined) collect(value, found, 0);
  }
  return found;
}

/** The objects that describe an article, surest types first. */
export function articleObjects(objects: readonly JsonObject[]): JsonObject[] {
  const typed = objects.filter((object) => typesOf(object).some((type) => ARTICLE_TYPE.test(type)));
  const sure = typed.filter((object) => typesOf(object).some((type) => SUREST.test(type)));
  return [...sure, ...typed.filter((object) => !sure.includes(object))];
}

/** Types of an object without their vocabulary. */
function typesOf(object: JsonObject): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

/** The text of a property: itself, its first element, or its `@value`, `name` or `headline`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  const object = value as JsonObject;
  return textOf(object['@value'] ?? object['name'] ?? object['headline'] ?? null);
}

function collect(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > DEEPEST || into.length >= MOST_OBJECTS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
    return;
  }
  const object = value as JsonObject;
  if ('@type' in object) into.push(object);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
    collect(object[key], into, depth + 1);
  }
}

/** JSON as pages write it: in comments or CDATA, with raw line breaks in strings, a semicolon at the end. */
function parseTolerantly(source: string): unknown {
  if (source.length > LONGEST_SCRIPT) return undefined;
  const bare = source
    .replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/)?\s{0,9}(?:\]\]>|-->)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(\s{0,99}[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
