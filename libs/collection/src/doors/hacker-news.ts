import type { HackerNewsOptions } from '@timbre/contracts';
import { z } from 'zod';
import { type KeyedEntry, keyedEntry } from '../entries/announced-entry.js';
import { plainText } from '../entries/plain-text.js';
import { DoorError } from './door-error.js';
import type { Door, DoorRequest } from './door.js';

const SEARCH_API = 'https://hn.algolia.com/api/v1/search_by_date';
const HITS_PER_PAGE = 100;
const HOUR = 3_600_000;

const hit = z.object({
  objectID: z.coerce.string().min(1),
  created_at_i: z.number().int().nonnegative(),
  author: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
  story_title: z.string().nullish(),
});
type Hit = z.output<typeof hit>;
const answer = z.object({ hits: z.array(hit) });

/** The address that a Hacker News source is known by: its question without a time. */
export function hackerNewsAddress(options: HackerNewsOptions): string {
  const url = new URL(options.endpoint ?? SEARCH_API);
  url.searchParams.set('query', options.query);
  url.searchParams.set('tags', options.tag);
  if (options.minPoints > 0) url.searchParams.set('numericFilters', `points>=${options.minPoints}`);
  return url.href;
}

/**
 * Hacker News by Algolia's search, newest first, paged by time: page numbers would end at a thousand hits and shift
 * while stories are posted.
 */
export function hackerNews(options: HackerNewsOptions): Door {
  const asking = (after: number, before: number | null): DoorRequest => {
    const url = new URL(hackerNewsAddress(options));
    const filters = [url.searchParams.get('numericFilters'), `created_at_i>${after}`];
    if (before !== null) filters.push(`created_at_i<=${before}`);
    url.searchParams.set('numericFilters', filters.filter((filter) => filter !== null).join(','));
    url.searchParams.set('hitsPerPage', String(HITS_PER_PAGE));
    return { url: url.href };
  };
  return {
    maxPages: 20,
    pauseMs: options.endpoint === undefined ? 1_000 : 0,
    endsWithKnown: false,
    // The look-back does not begin at the last visit: a story passes the threshold of points long after it was posted.
    first: ({ now, lastSuccess }) => {
      const lookback = now.getTime() - options.lookbackHours * HOUR;
      const since = lastSuccess === null ? lookback : Math.min(lookback, lastSuccess.getTime());
      return asking(Math.floor(since / 1000), null);
    },
    read(document, request) {
      const parsed = answer.safeParse(document);
      if (!parsed.success)
        throw new DoorError(
          'door.no_items',
          'The answer has no list of hits. Is the address that of Algolia’s search?',
        );
      const { hits } = parsed.data;
      const asked = new URL(request.url).searchParams.get('numericFilters') ?? '';
      const after = Number(/created_at_i>(\d+)/.exec(asked)?.[1] ?? 0);
      const before = Number(/created_at_i<=(\d+)/.exec(asked)?.[1] ?? Number.POSITIVE_INFINITY);
      // Hits of the oldest second may continue on the next page; a page that is one second long must not loop.
      const oldest = Math.min(...hits.map(({ created_at_i }) => created_at_i));
      const end = oldest < before ? oldest : before - 1;
      const more = hits.length >= HITS_PER_PAGE && end > after;
      return {
        entries: hits.map((found) => announcement(found, options.splitOutlets)),
        rejected: [],
        next: more ? asking(after, end) : null,
      };
    },
  };
}

function announcement(found: Hit, splitOutlets: boolean): KeyedEntry {
  const discussion = `https://news.ycombinator.com/item?id=${found.objectID}`;
  const text = plainText(found.story_text ?? found.comment_text ?? '');
  const at = new Date(found.created_at_i * 1000).toISOString();
  // A link was written elsewhere, at another time; what is written on Hacker News itself was written when it was posted.
  const linked = found.url && /^https?:\/\//i.test(found.url) && URL.canParse(found.url) ? found.url : null;
  return keyedEntry(found.objectID, {
    url: linked ?? discussion,
    title: found.title ?? found.story_title ?? '',
    text,
    byline: linked === null ? (found.author ?? null) : null,
    published: linked === null ? at : null,
    lang: null,
    ...(splitOutlets && linked !== null && { outlet: new URL(linked).hostname.replace(/^www\./, '') }),
    seen: at,
  });
}
