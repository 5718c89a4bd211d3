import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FeedError, parseFeed } from '@timbre/collection/reading';
import { type FieldExpectation, unmet } from './feed-fields.js';
import { readJsonLines, resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'feeds-gofeed';
export const goal = '≥ 95 % with all universal fields equal';

interface Case {
  input: string;
  expected: string;
  kind: 'translator' | 'parser';
}

type Json = Record<string, unknown>;

export async function run(dir: string): Promise<SuiteResult> {
  const rows = readJsonLines<Case>(path.join(dir, 'manifest.jsonl'));
  return resultOf(
    rows.map((row) => check(dir, row)),
    0.95,
  );
}

function check(dir: string, { input, expected }: Case): string | null {
  const wanted = JSON.parse(readFileSync(path.join(dir, expected), 'utf8')) as Json;
  try {
    const wrong = unmet(parseFeed(readFileSync(path.join(dir, input))), expectations(wanted));
    return wrong.length > 0 ? `${input}: ${wrong.slice(0, 3).join('; ')}` : null;
  } catch (error) {
    return `${input}: ${error instanceof FeedError ? error.code : `untyped ${String(error)}`}`;
  }
}

/** The universal fields of either model; the parser models name some of them differently. */
function expectations(wanted: Json): FieldExpectation[] {
  const items = (wanted.items ?? wanted.entries ?? []) as Json[];
  const list: FieldExpectation[] = [{ field: 'entries.length', value: items.length }];
  const add = (field: string, value: unknown): void => {
    if (value !== undefined && value !== null && value !== '') list.push({ field, value });
  };
  add('feed.title', wanted.title);
  add('feed.link', wanted.link);
  add('feed.description', wanted.description ?? wanted.subtitle);
  add('feed.language', wanted.language);
  add('feed.updated', wanted.updatedParsed);
  items.forEach((item, index) => {
    const at = `entries.${index}`;
    add(`${at}.title`, item.title);
    add(`${at}.link`, item.link);
    add(`${at}.id`, guidOf(item));
    add(`${at}.summary`, item.description ?? item.summary);
    add(`${at}.content`, contentOf(item.content));
    add(`${at}.published`, item.publishedParsed ?? item.pubDateParsed);
    add(`${at}.updated`, item.updatedParsed);
    categoriesOf(item.categories).forEach((category, position) => add(`${at}.tags.${position}`, category));
  });
  return list;
}

function guidOf(item: Json): unknown {
  const guid = item.guid ?? item.id;
  return typeof guid === 'object' && guid !== null ? (guid as Json).value : guid;
}

const contentOf = (content: unknown): unknown =>
  typeof content === 'object' && content !== null ? (content as Json).value : content;

const categoriesOf = (categories: unknown): unknown[] =>
  Array.isArray(categories)
    ? categories.map((category: unknown) =>
        typeof category === 'object' && category !== null
          ? ((category as Json).term ?? (category as Json).value)
          : category,
      )
    : [];
