import { gdeltOptions, hackerNewsOptions, jsonApiOptions, type SourceKind } from '@timbre/contracts';
import type { Door } from './door.js';
import { gdelt, gdeltAddress } from './gdelt.js';
import { hackerNews, hackerNewsAddress } from './hacker-news.js';
import { jsonApi } from './json-api.js';

/** Kinds that are asked by questions in JSON. */
export type DoorKind = Extract<SourceKind, 'gdelt' | 'hacker-news' | 'json'>;

export function isDoor(kind: SourceKind): kind is DoorKind {
  return kind === 'gdelt' || kind === 'hacker-news' || kind === 'json';
}

interface DoorSettings {
  kind: DoorKind;
  url: string | null;
  options: Record<string, unknown>;
}

/** @throws DoorError for a mapping that cannot be read */
export function doorOf({ kind, url, options }: DoorSettings): Door {
  switch (kind) {
    case 'gdelt':
      return gdelt(gdeltOptions.parse(options));
    case 'hacker-news':
      return hackerNews(hackerNewsOptions.parse(options));
    case 'json':
      return jsonApi(jsonApiOptions.parse(options), url ?? '');
  }
}

/** The address that a source is known by: given for most kinds, told by the settings for some. */
export function sourceAddress(
  kind: SourceKind,
  url: string | undefined,
  options: Record<string, unknown>,
): string | null {
  if (kind === 'gdelt') return gdeltAddress(gdeltOptions.parse(options));
  if (kind === 'hacker-news') return hackerNewsAddress(hackerNewsOptions.parse(options));
  return url ?? null;
}
