import type { JsonMapping } from '@timbre/contracts';
import { type KeyedEntry, keyedEntry } from '../entries/announced-entry.js';
import { plainText } from '../entries/plain-text.js';
import { MarkupTooDeepError } from '../feeds/feed-errors.js';
import { resolveUrl } from '../feeds/resolve-url.js';
import { DoorError } from './door-error.js';
import { jsonMoment } from './json-moment.js';
import { type JsonPath, jsonPath } from './json-path.js';

/** An item that became no entry. */
export interface RejectedItem {
  /** Position among the items, from 0. */
  item: number;
  code: 'door.item_without_words';
}

export interface MappedItems {
  entries: KeyedEntry[];
  rejected: RejectedItem[];
}

/** Reads documents by one mapping. */
export type ItemMapper = (document: unknown, context: { url: string | null; now: Date }) => MappedItems;

type Fields = Exclude<keyof JsonMapping, 'items'>;

/** More in one answer is a mistake of the mapping, or an attack. */
const MOST_ITEMS = 10_000;

/**
 * Makes a reader of JSON documents. Where `items` finds one list, its members are the items; where it finds several
 * values, they are. Addresses are made absolute; texts may be HTML.
 *
 * @throws DoorError `door.bad_path`; the reader throws `door.no_items` where the path to the items leads nowhere
 */
export function itemMapper(mapping: JsonMapping): ItemMapper {
  const { items: itemsQuery, ...fieldQueries } = mapping;
  const items = jsonPath(itemsQuery);
  const fields = Object.fromEntries(
    Object.entries(fieldQueries).map(([field, query]) => [field, jsonPath(query)]),
  ) as Partial<Record<Fields, JsonPath>>;
  return (document, { url, now }) => {
    const found = listedItems(items(document), itemsQuery);
    const result: MappedItems = { entries: [], rejected: [] };
    for (const [item, value] of found.entries()) {
      const entry = readEntry(value, fields, url, now);
      if (entry) result.entries.push(entry);
      else result.rejected.push({ item, code: 'door.item_without_words' });
    }
    return result;
  };
}

function listedItems(found: readonly unknown[], query: string): readonly unknown[] {
  if (found.length === 0) throw new DoorError('door.no_items', `"${query}" finds nothing in the answer.`);
  const items = found.length === 1 && Array.isArray(found[0]) ? (found[0] as unknown[]) : found;
  return items.slice(0, MOST_ITEMS);
}

/** An item whose markup is an attack is left out; the others are read. */
function readEntry(...given: Parameters<typeof entryOf>): KeyedEntry | null {
  try {
    return entryOf(...given);
  } catch (error) {
    if (error instanceof MarkupTooDeepError) return null;
    throw error;
  }
}

function entryOf(
  item: unknown,
  fields: Partial<Record<Fields, JsonPath>>,
  base: string | null,
  now: Date,
): KeyedEntry | null {
  const first = (field: Fields): unknown => fields[field]?.(item).find((value) => value !== null && value !== '');
  const words = (field: Fields): string | null => spoken(first(field));
  const address = words('url');
  const url = address === null ? null : resolveUrl(address, base ?? undefined);
  const web = url !== null && /^https?:\/\//i.test(url) ? url : null;
  const text = plainText(words('text') ?? '');
  const title = plainText(words('title') ?? '').replace(/\s+/g, ' ');
  if (web === null && text === '') return null;
  const outlet = words('outlet')?.trim().slice(0, 200);
  return keyedEntry(words('id'), {
    url: web,
    title,
    text,
    byline: bylineOf(fields.byline?.(item) ?? []),
    published: jsonMoment(first('published'), now)?.toISOString() ?? null,
    lang: words('lang')?.slice(0, 35) ?? null,
    ...(outlet && { outlet }),
  });
}

/** Authors come as one name, as many, or as objects with a name. */
function bylineOf(found: readonly unknown[]): string | null {
  const names = found.flat().flatMap((value) => {
    const name = typeof value === 'object' && value !== null && 'name' in value ? spoken(value.name) : spoken(value);
    return name === null || name.trim() === '' ? [] : [plainText(name)];
  });
  return names.length === 0 ? null : [...new Set(names)].join(', ').slice(0, 500);
}

function spoken(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}
